import type { Clock } from "../../clock";
import type { Entra } from "../../entra";
import type { Scope } from "../expressions";
import type { JsonObject } from "../../../definition/json";
import type { Readings } from "../../provenance";
import type { Send } from "../http";
import type { ActionStatus, RunError, Secured } from "../run-history";
import type { ConnectorConnection, WorkflowResource } from "../workflow-resource";

/** Services that a run uses. */
export interface RunServices {
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

/** An action's state while its run goes on: nothing is hidden here, expressions read it. */
export interface ActionState {
  readonly name: string;
  readonly type: string;
  readonly secured: Secured;
  readonly startTime: Date;
  /** Absent while the action is in progress. */
  status?: ActionStatus;
  code?: string;
  endTime?: Date;
  attempts: number;
  inputs?: unknown;
  outputs?: unknown;
  error?: RunError;
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
  /** By action name. */
  readonly states: Map<string, ActionState>;
  readonly variables: Map<string, unknown>;
  readonly scope: Scope;
  /** Gives the answer to the waiting caller; false where no caller waits (any more). */
  readonly respond: (answer: WorkflowAnswer) => boolean;
  /** Ends the run at once. */
  readonly terminate: (termination: Termination) => void;
  /** True once the run has ended: no action starts any more, and one in progress is not recorded. */
  readonly hasEnded: () => boolean;
}
