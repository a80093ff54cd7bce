import { asObject, asString } from "../../../definition/json";
import { parseDuration } from "../../clock";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { byDefault } from "../../provenance";

/** Retry types of Logic Apps. */
export const retryTypes: readonly string[] = ["default", "none", "fixed", "exponential"];

/** Number of retries, and the delay before each (1 for the first). */
export interface RetryPolicy {
  readonly count: number;
  wait(retry: number): number;
}

/**
 * A retry policy as a function of the retry's number.
 *
 * Azure draws an exponential wait at random from a range that doubles; this takes the upper end, so that a run on a
 * controlled clock repeats and is never shorter than Azure's could be. Source:
 * https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policy-types
 *
 * @param policy @default exponential, 4 retries, 7.5 s, between 5 and 45 s
 */
export function retryPolicy(policy: unknown): RetryPolicy {
  const { type = "default", count, interval, minimumInterval, maximumInterval } = asObject(policy);
  const step = parseDuration(asString(interval)) ?? 0;
  switch (type) {
    case "none":
      return { count: 0, wait: () => 0 };
    case "fixed":
      return { count: Number(count), wait: () => step };
    case "exponential": {
      const least = parseDuration(asString(minimumInterval)) ?? 0;
      const most = parseDuration(asString(maximumInterval)) ?? Number.POSITIVE_INFINITY;
      return { count: Number(count), wait: (retry) => Math.min(most, Math.max(least, step * 2 ** (retry - 1))) };
    }
    default:
      return defaultPolicy();
  }
}

function defaultPolicy(): RetryPolicy {
  const interval = byDefault(behaviours.retryIntervalMilliseconds);
  const longest = byDefault(behaviours.longestRetryIntervalMilliseconds);
  return { count: byDefault(behaviours.retries), wait: (retry) => Math.min(longest, interval * 2 ** (retry - 1)) };
}
