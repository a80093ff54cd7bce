import type { ExemptedFinding, Exemption } from "../rule/exemption";
import { exemptionProblem, appliesTo } from "../rule/exemption";
import type { StackModel } from "../model";
import { placeSeparator } from "../resource-forms";
import type { DeclaredReason, Finding, Level, Rule, RuleDescription, Undecided } from "../rule/rule";

/** Configuration of one rule: its level, exemptions, and what its own schema describes. */
export interface RuleConfiguration {
  /** @default the rule's own */
  readonly enforcementLevel?: Level;
  /** @default none */
  readonly exempt?: readonly Partial<Exemption>[];
  readonly [property: string]: unknown;
}

/** Result of evaluating one rule. */
export interface EvaluatedRule {
  readonly rule: string;
  readonly findings: readonly Finding[];
  readonly exempted: readonly ExemptedFinding[];
  readonly undecided: readonly Undecided[];
  readonly declaredReasons: readonly DeclaredReason[];
  /** Problems of the rule's exemptions. */
  readonly exemptionProblems: readonly string[];
  /** Where the rule itself failed: the kind of error and the place in the code, never its message. */
  readonly failure?: string;
}

/**
 * Evaluates one rule on a stack. An error that the rule throws becomes its failure.
 *
 * @param today in the form 2027-01-31
 */
export function evaluateRule(
  rule: Rule,
  model: StackModel,
  configuration: RuleConfiguration,
  today: string,
): EvaluatedRule {
  const level = effectiveLevel(rule, configuration);
  const reported: Finding[] = [];
  const undecided: Undecided[] = [];
  const declaredReasons: DeclaredReason[] = [];
  let failure: string | undefined;
  try {
    const { enforcementLevel, exempt, ...own } = configuration;
    rule.evaluate(
      model,
      { ...rule.configuration.defaults, ...own },
      {
        finding: (finding) => reported.push({ rule: rule.id, level, ...outsidePlace(finding) }),
        undecided: (place) => undecided.push({ rule: rule.id, ...place }),
        declaredReason: (reason) => declaredReasons.push({ rule: rule.id, ...reason }),
      },
    );
  } catch (error) {
    failure = describeFailure(error);
  }
  const { findings, exempted, exemptionProblems } = applyExemptions(reported, configuration.exempt ?? [], today);
  return {
    rule: rule.id,
    findings,
    exempted,
    undecided,
    declaredReasons,
    exemptionProblems,
    ...(failure === undefined ? {} : { failure }),
  };
}

/** The level at which a rule's findings count. */
export function effectiveLevel({ level }: RuleDescription, { enforcementLevel = level }: RuleConfiguration): Level {
  return enforcementLevel;
}

function applyExemptions(
  reported: readonly Finding[],
  exempt: readonly Partial<Exemption>[],
  today: string,
): Pick<EvaluatedRule, "findings" | "exempted" | "exemptionProblems"> {
  const problems = new Map(exempt.map((exemption) => [exemption, exemptionProblem(exemption, today)]));
  const holding = exempt.filter((exemption): exemption is Exemption => problems.get(exemption) === undefined);
  const used = new Set<Exemption>();
  const findings: Finding[] = [];
  const exempted: ExemptedFinding[] = [];
  for (const finding of reported) {
    const exemption = holding.find((each) => appliesTo(each, finding));
    if (exemption === undefined) findings.push(finding);
    else {
      used.add(exemption);
      exempted.push({ ...finding, exemption });
    }
  }
  const exemptionProblems = exempt.flatMap((exemption, index) => {
    const problem = problems.get(exemption) ?? (used.has(exemption as Exemption) ? undefined : "is not used");
    return problem === undefined ? [] : [`exempt[${index}] ${problem}`];
  });
  return { findings, exempted, exemptionProblems };
}

/** The message of an error may hold a value of the stack, so it is left out. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return "The rule threw a value that is not an Error.";
  const [, place] = /\n\s+at (.+)/.exec(error.stack ?? "") ?? [];
  return `${error.name}${place === undefined ? "" : ` at ${place.replace(/\(?[^\s(]*[/\\]/, "").replace(")", "")}`}`;
}

/** Reports a finding on a resource within another, such as a template, on the outer one, with the place in its path. */
function outsidePlace({ urn, path, ...finding }: Omit<Finding, "rule" | "level">): Omit<Finding, "rule" | "level"> {
  const [outer, place] = urn?.split(placeSeparator) ?? [];
  const whole = [place, path].filter((part) => part !== undefined).join(".");
  return { ...finding, ...(outer === undefined ? {} : { urn: outer }), ...(whole === "" ? {} : { path: whole }) };
}
