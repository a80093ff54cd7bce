import type { EvaluatedRule, RuleConfiguration } from "./evaluate-rule";
import { evaluateRule, effectiveLevel } from "./evaluate-rule";
import type { ExemptedFinding } from "../rule/exemption";
import type { Stack, StackModel } from "../model";
import { buildModel } from "../model";
import type { PackRule } from "./pack-rules";
import { packRules } from "./pack-rules";
import type { DeclaredReason, Finding, Level, Rule, RuleDescription, Undecided } from "../rule/rule";
import { rules } from "../rules";

/**
 * The format of Pulumi's `--policy-pack-config`: a level, or a level and the rule's own configuration, for each rule
 * by its id; `all` is the level of those that have none of their own.
 */
export type PackConfiguration = Readonly<Record<string, Level | RuleConfiguration>>;

/** Result of evaluating a stack. */
export interface Evaluation {
  /** The stack as the rules read it. */
  readonly model: StackModel;
  /** Mandatory ones first, in the order of the rules. */
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly exempted: readonly ExemptedFinding[];
  readonly declaredReasons: readonly DeclaredReason[];
}

/**
 * Evaluates every rule that is not disabled.
 *
 * @param configuration @default each rule's own
 * @param today for exemptions; @default the day that it is, in UTC
 */
export function evaluatePolicies(stack: Stack, configuration: PackConfiguration = {}, today = new Date()): Evaluation {
  const model = buildModel(stack);
  const day = today.toISOString().slice(0, 10);
  const evaluated = enabled<Rule>(rules, configuration).map((rule) =>
    evaluateRule(rule, model, ruleConfiguration(rule, configuration), day),
  );
  const findings = [
    ...evaluated.flatMap((each) => each.findings),
    ...enabled<PackRule>(packRules, configuration).flatMap((rule) => judge(rule, evaluated, configuration)),
  ];
  return {
    model,
    findings: [
      ...findings.filter(({ level }) => level === "mandatory"),
      ...findings.filter(({ level }) => level !== "mandatory"),
    ],
    undecided: evaluated.flatMap(({ undecided }) => undecided),
    exempted: evaluated.flatMap(({ exempted }) => exempted),
    declaredReasons: evaluated.flatMap(({ declaredReasons }) => declaredReasons),
  };
}

function ruleConfiguration(rule: RuleDescription, configuration: PackConfiguration): RuleConfiguration {
  const { all } = configuration;
  const own = configuration[rule.id];
  const level = typeof all === "string" ? { enforcementLevel: all } : {};
  return typeof own === "string" ? { enforcementLevel: own } : { ...level, ...own };
}

function enabled<R extends RuleDescription>(described: readonly R[], configuration: PackConfiguration): readonly R[] {
  return described.filter((rule) => effectiveLevel(rule, ruleConfiguration(rule, configuration)) !== "disabled");
}

function judge(rule: PackRule, evaluated: readonly EvaluatedRule[], configuration: PackConfiguration): Finding[] {
  return evaluatePackRule(rule, evaluated, effectiveLevel(rule, ruleConfiguration(rule, configuration)));
}

/** Evaluates a rule about the pack itself. */
export function evaluatePackRule(rule: PackRule, evaluated: readonly EvaluatedRule[], level: Level): Finding[] {
  const findings: Finding[] = [];
  rule.evaluate(evaluated, {
    finding: (finding) => findings.push({ rule: rule.id, level, ...finding }),
  });
  return findings;
}
