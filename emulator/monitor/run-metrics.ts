import type { Run } from "../logic-apps";
import { firstAfter } from "./first-after";
import type { MetricName, MetricValues, RunMetric } from "./metrics";

/** The metrics of a workflow, by its runs. A run counts when it ends. */
export function runMetrics(runs: readonly Run[]): MetricValues {
  const ended = endTimes(runs);
  return {
    within: (metric, _aggregation, from, to) => {
      const times = isRunMetric(metric) ? ended[metric] : [];
      const total = firstAfter(times, to) - firstAfter(times, from);
      return total === 0 ? undefined : total;
    },
  };
}

/** Lists the end times of the runs that each metric counts, earliest first. */
function endTimes(runs: readonly Run[]): Readonly<Record<RunMetric, readonly number[]>> {
  const of = (...statuses: readonly Run["status"][]): readonly number[] =>
    runs
      .flatMap(({ status, endTime }) => (statuses.includes(status) && endTime !== undefined ? [endTime.getTime()] : []))
      .sort((a, b) => a - b);
  return {
    RunsFailed: of("Failed"),
    RunsSucceeded: of("Succeeded"),
    RunsCompleted: of("Failed", "Succeeded", "Cancelled"),
  };
}

function isRunMetric(metric: MetricName): metric is RunMetric {
  return metric.startsWith("Runs");
}
