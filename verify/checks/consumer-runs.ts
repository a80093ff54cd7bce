import type { WorkflowRun } from "../azure/read-runs";
import { failed, noted, passed, type CheckResult, type Remedy } from "../check-result";

const check = "runs";

/**
 * Reports how the last runs of a consumer ended: a failure for each class with which one did. Failures are over, and only
 * noted, once a run has succeeded and no message waits: what they did not store has been delivered again, and stored.
 *
 * @param runs newest first
 * @param waiting messages that wait, locked ones included; `undefined` if unknown
 * @param explain the probable cause of a failure, by the code of the run
 */
export function checkConsumerRuns(
  subject: string,
  runs: readonly WorkflowRun[],
  waiting: number | undefined,
  explain: (code: string) => Remedy,
): readonly CheckResult[] {
  const ended = runs.filter(({ status }) =>
    ["Succeeded", "Failed", "Cancelled", "Aborted", "TimedOut"].includes(status),
  );
  const [last] = ended;
  if (last === undefined) return [noted(check, subject, "none has ended yet")];
  const failures = ended.filter(({ status }) => status !== "Succeeded");
  if (failures.length === 0) return [passed(check, subject, `the last ${ended.length} Succeeded`)];
  const codes = [...new Set(failures.map(codeOf))];
  if (last.status === "Succeeded" && waiting === 0) {
    const earlier = `of the ${ended.length - 1} before, ${failures.length} did not: ${codes.join(", ")}`;
    return [passed(check, subject, `the last Succeeded, and no message waits; ${earlier}`)];
  }
  return codes.map((code) => {
    const [latest, ...others] = failures.filter((run) => codeOf(run) === code);
    const seen = `${others.length + 1} of the last ${ended.length} ended ${latest?.status ?? ""}: ${code} (run ${latest?.name ?? ""})`;
    return failed({ check, subject, seen }, explain(code));
  });
}

function codeOf({ code, status }: WorkflowRun): string {
  return code ?? status;
}
