import type { JsonObject } from "../../../definition/json";
import { exercise, type Readings } from "../../provenance";
import { actionBehaviours as behaviours } from "../action-behaviours";
import { actionFailure, type ActionFailure } from "../errors";
import type { ActionStatus, RetriedRequest } from "../run-history";
import type { Termination } from "./run-context";
import { followedStatus, type SetStatus } from "./set-status";

/** Outcome of an action, for run history and for expressions. */
export interface Outcome {
  readonly status: ActionStatus;
  readonly code: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly error?: ActionFailure;
  /** @default 1 */
  readonly attempts?: number;
  readonly retryHistory?: readonly RetriedRequest[];
  /** Ends the run, once the action is recorded. */
  readonly termination?: Termination;
}

export function succeeded(parts: { readonly inputs?: unknown; readonly outputs?: unknown } = {}): Outcome {
  exercise(behaviours.succeeded);
  return { status: "Succeeded", code: "OK", ...parts };
}

export function failed(error: ActionFailure, parts: JsonObject = {}): Outcome {
  return { status: "Failed", code: error.code, error, ...parts };
}

/** The outcome of a control action of which a set of actions ended so. */
export function outcomeOfSet(ended: SetStatus, readings: Readings, parts: JsonObject = {}): Outcome {
  const status = followedStatus(ended, readings);
  if (status === "Failed") return failed(actionFailure(behaviours.scopeFailed, branchFailedMessage), parts);
  return status === "Cancelled" ? { status, code: "ActionCancelled", ...parts } : succeeded(parts);
}

/** Message of a control action or a run of which a branch ended in failure. */
export const branchFailedMessage = "An action failed. No dependent actions succeeded.";
