import type { Run } from "../logic-apps";
import { defaultReadings } from "../provenance";
import { evaluateRule, type Firing } from "./evaluate-rule";
import { unknownErrorCode, type LogRule } from "./log-rule";
import { runMetrics } from "./run-metrics";

/** A time during which a log rule's alert on one error code was active. */
export interface ErrorCodeFiring extends Firing {
  /** The dimension of the rule and the error code. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * Evaluates a log rule: each error code by itself, as Azure Monitor does with every value of a dimension. Runs are in the
 * logs when they end, where Azure takes minutes. An alert is over after three evaluations, as one on a metric is:
 * https://learn.microsoft.com/azure/azure-monitor/alerts/alerts-create-log-alert-rule
 *
 * @param runs that the workspace has logs of
 */
export function errorCodeAlerts(
  rule: LogRule,
  { since, until, runs }: { readonly since: Date; readonly until: Date; readonly runs: readonly Run[] },
): readonly ErrorCodeFiring[] {
  const failed = runs.filter(({ status }) => status === "Failed");
  const aggregation = "Total";
  const criteria = [{ metric: "RunsFailed", aggregation, meets: (total: number) => total > 0 }] as const;
  return [...new Set(failed.map(errorCodeOf))].flatMap((code) =>
    evaluateRule({
      rule: { ...rule, criteria },
      since,
      until,
      values: runMetrics(failed.filter((run) => errorCodeOf(run) === code)),
      // A query of logs that finds no row has a count of 0.
      readings: defaultReadings,
    }).map((firing) => ({ ...firing, dimensions: { [rule.dimension]: code } })),
  );
}

function errorCodeOf({ error }: Run): string {
  return error?.code ?? unknownErrorCode;
}
