import type { Clock } from "../../clock";
import type { Entra } from "../../entra";
import type { Scope } from "../expressions";
import type { JsonObject } from "../../../definition/json";
import type { Send } from "../http";
import type { ActionStatus, RunError, Secured } from "../run-history";
import type { ConnectorConnection, WorkflowResource } from "../workflow-resource";

/** What a run needs of the world around it. */
export interface RunServices {
  readonly clock: Clock;
  readonly entra: Entra;
  readonly send: Send;
  readonly connection: (connectionId: string) => ConnectorConnection | undefined;
}

/** What fired the run. */
export interface FiredTrigger {
  readonly name: string;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly secured: Secured;
}

/** What a Response action answers to whoever waits for it. */
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

/** How a Terminate action ended its run. */
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
  /** Gives the answer to the waiting caller; false when nobody waits (any more). */
  readonly respond: (answer: WorkflowAnswer) => boolean;
  /** Ends the run at once. */
  readonly terminate: (termination: Termination) => void;
  /** Whether the run has ended: nothing more starts, what is in progress is not recorded. */
  readonly hasEnded: () => boolean;
}
