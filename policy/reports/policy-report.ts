import type { Access, AccessChange, StackChange } from "../graphs";
import type { ExemptedFinding } from "../rule/exemption";
import type { DeclaredReason, Finding, RuleDescription } from "../rule/rule";

/** A file of the program, relative to its folder, and a line, from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
}

/** What a report is on. */
export interface ReportSubject {
  readonly kind: "stack" | "template" | "workflow-project";
  /** `project/stack`, or the name of the file or folder. */
  readonly name: string;
}

/** How much of its subject a report covers. */
export interface Coverage {
  /** Number of resources, components among them. */
  readonly resources: number;
  /** Number of resources of types that the rules read. */
  readonly recognised: number;
  /** Number of resources of Azure, or other clouds, that no rule looks at. */
  readonly unread: number;
  /** Number of places that no rule could decide on before deployment. */
  readonly undecided: number;
}

/** How the findings of a report differ from those of an earlier one. */
export interface Comparison {
  /** The earlier report's file. */
  readonly base: string;
  readonly removed: readonly Finding[];
  /** Findings of both whose message is another one. */
  readonly changed: readonly { readonly before: Finding; readonly after: Finding }[];
  readonly unchanged: number;
  /** Absent where the earlier report does not have who might do what. */
  readonly access?: AccessChange;
}

/** Content of a report. It has no field for a value of a property. */
export interface PolicyReport extends Coverage {
  readonly subject: ReportSubject;
  /** With it, `findings` are those that were added. */
  readonly comparison?: Comparison;
  /** Every rule that was asked, disabled ones left out. */
  readonly rules: readonly RuleDescription[];
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
  readonly declaredReasons: readonly DeclaredReason[];
  /** Who may do what. Absent for an event log, which does not tell. */
  readonly access?: readonly Access[];
  /** What a preview or an update changes, from its event log. */
  readonly changes?: readonly StackChange[];
  /** Where the program creates each resource, by URN, as far as that is known. */
  readonly sources: ReadonlyMap<string, SourcePosition>;
}

/** The findings of one rule. */
export interface FindingsOfRule {
  readonly rule: RuleDescription;
  readonly level: Finding["level"];
  readonly findings: readonly Finding[];
}

/** The findings by rule: mandatory ones first, then in the order of the rules. */
export function worstFirst({ rules, findings }: PolicyReport): readonly FindingsOfRule[] {
  return (["mandatory", "advisory"] as const).flatMap((level) =>
    rules.flatMap((rule) => {
      const own = findings.filter((finding) => finding.rule === rule.id && finding.level === level);
      return own.length === 0 ? [] : [{ rule, level, findings: own }];
    }),
  );
}

/** How many findings there are of a level. */
export function countLevel({ findings }: PolicyReport, level: Finding["level"]): number {
  return findings.filter((finding) => finding.level === level).length;
}

/** Checks that a rule looked at something, and found nothing mandatory. */
export function passes(report: PolicyReport): boolean {
  return report.recognised > 0 && countLevel(report, "mandatory") === 0;
}

/** In a few words what it all comes to. */
export function describeVerdict(report: PolicyReport): string {
  const { comparison, recognised } = report;
  if (recognised === 0) return "nothing was checked, as no resource is of a type that the rules read";
  if (comparison === undefined) return describeFindings(report);
  const { changed, removed, unchanged } = comparison;
  const others = [`${removed.length} removed`, ...(changed.length === 0 ? [] : [`${changed.length} changed`])];
  return `${describeFindings(report)} added, ${others.join(", ")}, ${unchanged} unchanged`;
}

function describeFindings(report: PolicyReport): string {
  const counts = (["mandatory", "advisory"] as const)
    .map((level) => [level, countLevel(report, level)] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  const total = report.findings.length;
  return counts.length === 0 ? "no findings" : `${counts.join(" and ")} finding${total === 1 ? "" : "s"}`;
}

/** Numbers of resources and rules, and of what was not checked. */
export function describeScope({ resources, rules, undecided, unread }: PolicyReport): string {
  const scope = [countOf(resources, "resource"), countOf(rules.length, "rule")];
  return [...scope, `${countOf(undecided, "place")} undecided`, `${countOf(unread, "resource")} not looked at`].join(
    ", ",
  );
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
