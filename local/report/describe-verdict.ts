import type { LocalRunReport } from "./local-run-report";
import { formatCount } from "./units";

/** Describes whether everything held, or what failed, without a full stop. */
export function describeVerdict(report: Pick<LocalRunReport, "proofs" | "policy" | "held">): string {
  const proofs = formatCount(report.proofs.length, "proof");
  return report.held ? `${proofs} held, each with its control, and the policy pack passes` : describeFailures(report);
}

function describeFailures({ proofs, policy }: Pick<LocalRunReport, "proofs" | "policy">): string {
  const mandatory = policy.findings.filter(({ level }) => level === "mandatory").length;
  const policyFailures = mandatory === 0 ? [] : [`the policy pack has ${formatCount(mandatory, "mandatory finding")}`];
  const failed = proofs.filter((proof) => !proof.held || !proof.control.held);
  if (failed.length === 0 && mandatory > 0) return `Not passed: ${policyFailures.join("")}`;
  if (failed.length === 0) return "The run failed before its proofs were through";
  const names = failed.map((proof) => (proof.held ? `${proof.id} (its control)` : proof.id));
  const proofsFailed = `${failed.length} of ${formatCount(proofs.length, "proof")} failed: ${names.join(", ")}`;
  return [proofsFailed, ...policyFailures].join("; ");
}
