import type { CheckResult } from "../../verify/check-result";
import type { LocalRunReport } from "../report";
import type { ExpectedOutcome, Seen } from "./matrix-stack";

const asExpected = (problems: readonly string[], otherwise: string): Seen => ({
  held: problems.length === 0,
  seen: problems.length === 0 ? otherwise : problems.join("; "),
});

/** Compares the runs and proofs of `npm start` with what is expected of the stack. */
export function evaluateStart(
  { proofs, runs }: Pick<LocalRunReport, "proofs" | "runs">,
  { refreshFails }: ExpectedOutcome,
): Seen {
  const first = runs.find(({ workflow }) => workflow.startsWith("refresh-"));
  const end = first?.code ?? first?.status ?? "no run";
  const failed = proofs.filter(({ held, control }) => !held || !control.held);
  if (refreshFails !== undefined) {
    const isNoticed = failed.some(({ id }) => id === "fresh-token");
    return { held: end === refreshFails && isNoticed, seen: isNoticed ? end : `${end}, and yet each proof holds` };
  }
  return asExpected(
    failed.map(({ id, held, seen, control }) => `${id}: ${held ? `control: ${control.seen}` : seen}`),
    `${proofs.length} proofs hold`,
  );
}

/** Expects no mandatory finding; the default configuration has no exemptions. */
export function evaluatePolicy({ findings }: LocalRunReport["policy"]): Seen {
  const mandatory = findings.filter(({ level }) => level === "mandatory");
  return asExpected(
    mandatory.map(({ rule, resource }) => `${rule} on ${resource}`),
    findings.length === 0 ? "no finding" : `${findings.length} advisory`,
  );
}

/** Words of the check that a token lasts until the next refresh. */
const endsEarly = /, before the next refresh in \d+ min$/;

/** Expects every check to pass, apart from those that the token server makes fail. */
export function evaluateVerification(
  results: readonly CheckResult[],
  {
    refreshFails,
    checkFails = refreshFails === undefined ? undefined : "refresh",
    mayEndEarly = false,
  }: ExpectedOutcome,
): Seen {
  const failed = results.filter(({ status, seen }) => status === "failed" && !(mayEndEarly && endsEarly.test(seen)));
  const unexpected = failed
    .filter(({ check, seen }) => check !== checkFails || (refreshFails !== undefined && !seen.endsWith(refreshFails)))
    .map(({ check, subject, seen }) => `${check} of ${subject}: ${seen}`);
  if (checkFails !== undefined && failed.length === 0) return { held: false, seen: `no failure of ${checkFails}` };
  return asExpected(
    unexpected,
    checkFails === undefined
      ? `${results.length} checks`
      : `${checkFails} fails${refreshFails === undefined ? "" : `: ${refreshFails}`}`,
  );
}
