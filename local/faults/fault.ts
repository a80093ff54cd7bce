import type { Combination } from "./combination";
import type { Readings } from "../../emulator/provenance";
import type { HttpAnswer } from "../../emulator/network";
import type { ScriptedErrorCode } from "../../emulator/salesforce";
import type { FaultHarness } from "./fault-harness";

export { byConnector, byHttp, byRefreshToken, everywhere, combinationName, type Combination } from "./combination";

/** The alert rules of a token. */
type AlertName = "failed" | "silent";

/** Observed state of a token and its workflow after a fault. */
export interface FaultOutcome {
  /** How the last run ended: `Succeeded`, or `Failed` and its code; `none` where nothing ran. */
  readonly run: string;
  /** The stored token: `good` was written since, `stale` is an earlier one, `expired` is past its `exp`, after an alert. */
  readonly token: "good" | "stale" | "expired" | "expired, no alert";
  /** Requests that reached the token server. */
  readonly requests: number;
  /** Versions of the token's secret that were added. */
  readonly versions: number;
  /** Rules that fired. */
  readonly alerts: readonly AlertName[];
}

/** Result of a fault. */
export interface FaultResult<Outcome = FaultOutcome> {
  readonly fault: string;
  readonly combination: string;
  /** Readings other than the default, such as `actionTimeout EachRequest`. @default all are the default */
  readonly readings?: string;
  readonly seen: Outcome;
  readonly expected: Outcome;
  /** Canaries that run history shows. */
  readonly leaks: number;
  readonly held: boolean;
}

/** Requests that a fault can concern, by the server that receives them. */
export type FaultyRequest =
  "token request" | "vault read" | "vault write" | "any vault request" | "relay call" | "message";

/** A server's answer during a fault. */
export type FaultyAnswer =
  | {
      readonly to: FaultyRequest;
      /** Undefined: nothing answers. */
      readonly answer: HttpAnswer | undefined;
    }
  | {
      readonly to: "upsert";
      /** Salesforce answers with its own error of this code. */
      readonly answer: ScriptedErrorCode;
    };

/** A fault that may consist in one answer of a server. */
export interface ServerFault {
  /**
   * The answer, where it is all of the fault, so that a running stack can be given it.
   * @default the fault needs a clock or a stack of its own
   */
  readonly answers?: FaultyAnswer;
}

/** A fault, and its expected outcome. */
export interface Fault extends ServerFault {
  /** Name in kebab case. */
  readonly name: string;
  /** Where it can happen. */
  readonly where: readonly Combination[];
  /** Lets the fault happen while the token is refreshed, and mends it. */
  inject(harness: FaultHarness): Promise<unknown>;
  /** Returns the expected outcome. Readings may change it, for example its class, but never lose a good token. */
  expected(combination: Combination, readings: Readings): FaultOutcome;
}

/** Outcome of a failed run that stored no token, after a number of requests to the token server. */
export function failed(code: string, requests: number, changes: Partial<FaultOutcome> = {}): FaultOutcome {
  return { run: `Failed ${code}`, token: "stale", requests, versions: 0, alerts: ["failed"], ...changes };
}

/** Outcome of a successful run, after a number of requests to the token server. */
export function succeeded(requests = 1, changes: Partial<FaultOutcome> = {}): FaultOutcome {
  return { run: "Succeeded", token: "good", requests, versions: 1, alerts: [], ...changes };
}

/** Requests where client credentials are tried so often, and a refresh token is sent once: it may have been used up. */
export function tries({ grant }: Combination, byClientCredentials: number): number {
  return grant === "refresh_token" ? Math.min(1, byClientCredentials) : byClientCredentials;
}
