import type { ExemptedFinding } from "../rule/exemption";
import type { DeclaredReason, Finding, RuleDescription } from "../rule/rule";

/** A file of the program, relative to its folder, and a line, from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
}

/** Content of a report. It has no field for a value of a property. */
export interface PolicyReport {
  /** Number of resources that were looked at. */
  readonly resources: number;
  /** Every rule that was asked, disabled ones left out. */
  readonly rules: readonly RuleDescription[];
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
  readonly declaredReasons: readonly DeclaredReason[];
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

/** In a few words what it all comes to. */
export function describeVerdict(report: PolicyReport): string {
  const counts = (["mandatory", "advisory"] as const)
    .map((level) => [level, countLevel(report, level)] as const)
    .filter(([, count]) => count > 0)
    .map(([level, count]) => `${count} ${level}`);
  const total = report.findings.length;
  return counts.length === 0 ? "no findings" : `${counts.join(" and ")} finding${total === 1 ? "" : "s"}`;
}

/** Numbers of resources and rules checked. */
export function describeScope({ resources, rules }: PolicyReport): string {
  return `${countOf(resources, "resource")}, ${countOf(rules.length, "rule")}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
