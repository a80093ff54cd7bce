import type { EvaluatedRule } from "./evaluate-rule";
import type { Finding, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";

/** A rule about what became of the others. It is asked last. */
export interface PackRule extends RuleDescription {
  evaluate(evaluated: readonly EvaluatedRule[], report: PackReport): void;
}

/** Receives the findings of a rule about the pack, whose path is the id of a rule. */
interface PackReport {
  finding(finding: Omit<Finding, "rule" | "level">): void;
}

const exemptions: PackRule = {
  id: "exemptions",
  sentence: "Every exemption has a reason, an expiry date, an approver, and a finding that it applies to.",
  fault: "An exemption lacks a reason, an expiry date or an approver, has expired, or applies to nothing.",
  level: "mandatory",
  levelReason: "An incomplete or outdated exemption disables a rule without anyone having decided so.",
  reason: "An exemption that is never reviewed hides later findings.",
  remediation: "Complete the exemption, extend it after a review, or remove it.",
  reference: "https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure",
  configuration: noConfiguration,
  evaluate(evaluated, report) {
    for (const { rule, exemptionProblems } of evaluated) {
      for (const problem of exemptionProblems) report.finding({ message: `${rule}: ${problem}.`, path: rule });
    }
  },
};

/** Rule that counts what the others could not decide on. */
export const undecidedPlaces: PackRule = {
  id: "undecided-places",
  sentence: "Every rule could be evaluated on every resource.",
  fault: "Some rules could not be evaluated on some resources.",
  level: "advisory",
  levelReason: "Nearly every first preview has values that only Azure's answer sets.",
  reason: "Values that are known only after deployment cannot be checked before it; they are counted here instead.",
  remediation:
    "Check again after deployment, or make the value known at preview; to enforce it, make this rule mandatory.",
  reference: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
  configuration: noConfiguration,
  evaluate(evaluated, report) {
    const open = evaluated.filter(({ undecided }) => undecided.length > 0);
    const total = open.reduce((sum, { undecided }) => sum + undecided.length, 0);
    if (total === 0) return;
    const byRule = open.map(({ rule, undecided }) => `${rule} ${undecided.length}`).join(", ");
    report.finding({
      count: total,
      message: `Not evaluated, because a value is known only after deployment: ${total} (${byRule}).`,
    });
  },
};

const failedRules: PackRule = {
  id: "failed-rules",
  sentence: "Every rule was evaluated without an error.",
  fault: "A rule ended in an error.",
  level: "mandatory",
  levelReason: "Without a verdict of the rule, a success would be a guess.",
  reason: "A rule that failed may have missed findings.",
  remediation: "Report the error with the location that it names; until it is fixed, disable that rule.",
  reference: "https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/",
  configuration: noConfiguration,
  evaluate(evaluated, report) {
    for (const { rule, failure } of evaluated) {
      if (failure !== undefined) report.finding({ path: rule, message: `The rule ${rule} failed: ${failure}.` });
    }
  },
};

/** The rules about the pack itself. */
export const packRules: readonly PackRule[] = [exemptions, undecidedPlaces, failedRules];
