import type { Run } from "../logic-apps";
import { follow, type Readings } from "../provenance";
import type { MetricRule, RunMetric } from "./metric-rule";
import { byDefault, exercise } from "../provenance";
import { behaviours } from "./behaviours";

/** A time during which a rule's alert was active. */
export interface Firing {
  readonly firedAt: Date;
  /** Absent while it is active. */
  readonly resolvedAt?: Date;
}

/** Inputs of the evaluation of a rule. */
export interface Evaluation {
  readonly rule: Pick<MetricRule, "enabled" | "windowMinutes" | "frequencyMinutes" | "criteria">;
  /** Time of the last write of the rule. */
  readonly since: Date;
  readonly until: Date;
  /** Runs of the rule's workflow. */
  readonly runs: readonly Run[];
  readonly readings: Readings;
}

const minute = 60_000;

/** Evaluates a rule as often as it says, from its beginning; a rule fires once, and again only after it was over. */
export function evaluateRule({ rule, since, until, runs, readings }: Evaluation): readonly Firing[] {
  if (!rule.enabled) return [];
  const ended = endTimes(runs);
  const [window, every] = [rule.windowMinutes * minute, rule.frequencyMinutes * minute];
  // A rule that nothing meets would fire at once, over a time in which it was not there.
  const wait = rule.criteria.every(({ meets }) => meets(0)) ? window : every;
  const firings: Firing[] = [];
  let active: Date | undefined;
  let healthy = 0;
  for (let now = since.getTime() + wait; now <= until.getTime(); now += every) {
    const totals = rule.criteria.map(({ metric }) => countWithin(ended[metric], now - window, now));
    if (totals.every((total) => total === 0) && follow(readings, "emptyWindow") === "notEvaluated") continue;
    const met = rule.criteria.every(({ meets }, index) => meets(totals[index] ?? 0));
    healthy = met ? 0 : healthy + 1;
    if (met) {
      exercise(behaviours.fired);
      active ??= new Date(now);
    } else if (active !== undefined && healthy >= byDefault(behaviours.evaluationsToResolve)) {
      firings.push({ firedAt: active, resolvedAt: new Date(now) });
      active = undefined;
    }
  }
  return active === undefined ? firings : [...firings, { firedAt: active }];
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

/** Counts the times after `from` and no later than `to`. */
function countWithin(times: readonly number[], from: number, to: number): number {
  return firstAfter(times, to) - firstAfter(times, from);
}

function firstAfter(times: readonly number[], limit: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
