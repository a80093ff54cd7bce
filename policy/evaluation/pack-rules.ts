import type { EvaluatedRule } from "./evaluate-rule";
import type { Report, RuleDescription } from "../rule/rule";
import { noConfiguration } from "../rule/rule";

/** A rule about what became of the others. It is asked last. */
export interface PackRule extends RuleDescription {
  judge(evaluated: readonly EvaluatedRule[], report: Report): void;
}

const exemptions: PackRule = {
  id: "exemptions",
  sentence: "Every exemption has a reason, a date, somebody who approved it, and a finding that it is for.",
  level: "mandatory",
  reason: "An exemption that nobody looks at again hides what comes after it.",
  remediation: "Complete the exemption, move its date after a new look, or remove it.",
  reference: "https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure",
  configuration: noConfiguration,
  judge(evaluated, report) {
    for (const { rule, exemptionProblems } of evaluated) {
      for (const problem of exemptionProblems) report.finding({ message: `${rule}: ${problem}.`, path: rule });
    }
  },
};

const undecidedPlaces: PackRule = {
  id: "undecided-places",
  sentence: "Every rule could decide on every resource.",
  level: "advisory",
  reason: "What is known only after deployment cannot be checked before it, and is counted here instead.",
  remediation: "Look at the verdict after deployment, or make the value known; to insist on it, make this mandatory.",
  reference: "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/",
  configuration: noConfiguration,
  judge(evaluated, report) {
    const open = evaluated.filter(({ undecided }) => undecided.length > 0);
    const total = open.reduce((sum, { undecided }) => sum + undecided.length, 0);
    if (total === 0) return;
    const byRule = open.map(({ rule, undecided }) => `${rule} ${undecided.length}`).join(", ");
    report.finding({ message: `Not decided, because a value is not known yet: ${total} (${byRule}).` });
  },
};

const failedRules: PackRule = {
  id: "failed-rules",
  sentence: "Every rule came to an end.",
  level: "mandatory",
  reason: "A rule that failed found nothing, and that is not the same as nothing to find.",
  remediation: "Report it with the place that it names; meanwhile, disable that rule.",
  reference: "https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/",
  configuration: noConfiguration,
  judge(evaluated, report) {
    for (const { rule, failure } of evaluated) {
      if (failure !== undefined) report.finding({ path: rule, message: `The rule ${rule} failed: ${failure}.` });
    }
  },
};

/** The rules about the pack itself. */
export const packRules: readonly PackRule[] = [exemptions, undecidedPlaces, failedRules];
