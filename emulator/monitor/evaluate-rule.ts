import { byDefault, exercise, follow, type Readings } from "../provenance";
import type { MetricRule } from "./metric-rule";
import type { MetricValues } from "./metrics";
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
  /** Metrics of what the rule watches. */
  readonly values: MetricValues;
  readonly readings: Readings;
}

const minute = 60_000;

/** Evaluates a rule as often as it says, from its beginning; a rule fires once, and again only after it was over. */
export function evaluateRule({ rule, since, until, values, readings }: Evaluation): readonly Firing[] {
  if (!rule.enabled) return [];
  const [window, every] = [rule.windowMinutes * minute, rule.frequencyMinutes * minute];
  // A rule that nothing meets would fire at once, over a time in which it was not there.
  const wait = rule.criteria.every(({ meets }) => meets(0)) ? window : every;
  const firings: Firing[] = [];
  let active: Date | undefined;
  let healthy = 0;
  for (let now = since.getTime() + wait; now <= until.getTime(); now += every) {
    const seen = rule.criteria.map(({ metric, aggregation }) => values.within(metric, aggregation, now - window, now));
    if (seen.every((value) => value === undefined) && follow(readings, "emptyWindow") === "notEvaluated") continue;
    const met = rule.criteria.every(({ meets }, index) => meets(seen[index] ?? 0));
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
