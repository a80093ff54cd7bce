import type { JsonObject } from "../../../definition/json";
import { exercise } from "../../provenance";
import { actionBehaviours as behaviours } from "../action-behaviours";
import type { ActionFailure } from "../errors";
import type { ActionStatus } from "../run-history";
import type { Termination } from "./run-context";

/** Outcome of an action, for run history and for expressions. */
export interface Outcome {
  readonly status: ActionStatus;
  readonly code: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly error?: ActionFailure;
  /** @default 1 */
  readonly attempts?: number;
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
