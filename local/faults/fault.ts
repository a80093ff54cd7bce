import type { Combination } from "./combination";
import type { FaultHarness } from "./fault-harness";

export { byConnector, byRefreshToken, everywhere, combinationName, type Combination } from "./combination";

/** The alert rules of a token. */
type AlertName = "failed" | "silent";

/** What is seen of a token and its workflow, from when the fault is there. */
export interface FaultOutcome {
  /** How the last run ended: `Succeeded`, or `Failed` and its code; `none` where nothing ran. */
  readonly run: string;
  /** The stored token: `good` was written since, `stale` is an earlier one, `expired` is past its `exp`, after an alert. */
  readonly token: "good" | "stale" | "expired" | "expired, nobody told";
  /** Requests that reached the token server. */
  readonly requests: number;
  /** Versions of the token's secret that were added. */
  readonly versions: number;
  /** Rules that fired. */
  readonly alerts: readonly AlertName[];
}

/** A fault, and what has to come of it. */
export interface Fault {
  /** In kebab case. */
  readonly name: string;
  /** Where it can happen. */
  readonly where: readonly Combination[];
  /** Lets the fault happen while the token is refreshed, and mends it. */
  inject(harness: FaultHarness): Promise<unknown>;
  expected(combination: Combination): FaultOutcome;
}

/** A run that failed without a token stored; the token server was asked as often as said. */
export function failed(code: string, requests: number, changes: Partial<FaultOutcome> = {}): FaultOutcome {
  return { run: `Failed ${code}`, token: "stale", requests, versions: 0, alerts: ["failed"], ...changes };
}

/** A run that succeeded after so many requests. */
export function succeeded(requests = 1, changes: Partial<FaultOutcome> = {}): FaultOutcome {
  return { run: "Succeeded", token: "good", requests, versions: 1, alerts: [], ...changes };
}

/** Requests where client credentials are tried so often, and a refresh token is sent once: it may have been used up. */
export function tries({ grant }: Combination, byClientCredentials: number): number {
  return grant === "refresh_token" ? Math.min(1, byClientCredentials) : byClientCredentials;
}
