import type { Cloud } from "../../../azure";
import type { Clock } from "../../clock";
import type { Entra } from "../../entra";
import type { Scope } from "../expressions";
import type { JsonObject } from "../../../definition/json";
import type { Readings } from "../../provenance";
import type { Send } from "../http";
import type { RunError, Secured } from "../run-history";
import type { ConnectorConnection, WorkflowResource } from "../workflow-resource";
import type { ActionStates, Iteration } from "./action-states";

/** Services that a run uses. */
export interface RunServices {
  readonly cloud: Cloud;
  readonly clock: Clock;
  readonly entra: Entra;
  readonly readings: Readings;
  readonly send: Send;
  readonly connection: (connectionId: string) => ConnectorConnection | undefined;
}

/** The trigger that fired the run. */
export interface FiredTrigger {
  readonly name: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly secured: Secured;
}

/** Answer of a Response action to the waiting caller. */
export interface WorkflowAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Result of a Terminate action. */
export interface Termination {
  readonly status: "Succeeded" | "Failed" | "Cancelled";
  readonly error?: RunError;
}

/** One run of a workflow. */
export interface RunContext {
  readonly id: string;
  readonly workflow: WorkflowResource;
  readonly definition: JsonObject;
  readonly trigger: FiredTrigger;
  readonly correlationId: string;
  readonly startTime: Date;
  readonly services: RunServices;
  /** Of the run, or of the iteration of a loop in which actions run. */
  readonly states: ActionStates;
  readonly variables: Map<string, unknown>;
  /** What expressions read here. */
  readonly scope: Scope;
  /** Makes the scope of expressions that read these states. */
  readonly scopeOf: (states: ActionStates) => Scope;
  /** Gives the answer to the waiting caller; false where no caller waits (any more). */
  readonly respond: (answer: WorkflowAnswer) => boolean;
  /** Ends the run at once. */
  readonly terminate: (termination: Termination) => void;
  /** True once the run has ended: no action starts any more, and one in progress is not recorded. */
  readonly hasEnded: () => boolean;
}

/** Makes the context of an iteration, in which no action of the loop has begun. */
export function iterate(context: RunContext, iteration: Iteration): RunContext {
  const states = context.states.iterate(iteration);
  return { ...context, states, scope: context.scopeOf(states) };
}
