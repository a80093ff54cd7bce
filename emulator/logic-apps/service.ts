import { clouds, type Cloud } from "../../azure";
import type { Clock } from "../clock";
import type { Entra } from "../entra";
import { answerWith, type Network } from "../network";
import { defaultReadings, type Readings } from "../provenance";
import { asObject } from "../../definition/json";
import { services } from "../services";
import { callbackUrlOf } from "./callback-url";
import { checkWorkflow } from "./check";
import { DeployedWorkflow, newAccessKey } from "./deployed-workflow";
import { WorkflowNotRunnableError } from "./errors";
import { slotAfter } from "./recurrence";
import { billableActions, type Run } from "./run-history";
import { answerTriggerRequest } from "./endpoint";
import type { CallbackUrl, ConnectorConnection, WorkflowResource } from "./workflow-resource";

/** The runtime of Azure Logic Apps (Consumption). Workflows are named by their resource id, whatever its case. */
export interface LogicApps {
  /**
   * Deploys a workflow, or updates it: its callback URL and its history stay.
   *
   * @throws {WorkflowRefusedError} naming everything that Logic Apps refuses or that the emulator does not support
   */
  putWorkflow(workflow: WorkflowResource): void;
  deleteWorkflow(id: string): void;
  /** The URL that fires a Request trigger; its `sig` is a secret. */
  callbackUrl(id: string, triggerName: string): CallbackUrl;
  /** Makes every callback URL of the workflow so far useless. */
  regenerateAccessKey(id: string): void;
  /**
   * When a Recurrence trigger fires next after a time. Without `startTime`, a workflow whose trigger has not fired yet
   * is due at once: the time itself. Undefined for a Request trigger and for a disabled workflow.
   */
  nextSlot(id: string, after: Date): Date | undefined;
  /** Fires a trigger now; resolves with the run when it has ended, however it did. */
  runTrigger(id: string, triggerName: string): Promise<Run>;
  /** The runs so far, oldest first. */
  runs(id: string): readonly Run[];
  /** @see billableActions */
  billableActions(run: Run): number;
}

/**
 * Starts the runtime; it serves Request triggers at the hosts of callback URLs in the cloud.
 *
 * @param options.connection undefined when there is no such connection
 */
export function createLogicApps(options: {
  /** @default the public cloud */
  readonly cloud?: Cloud;
  readonly network: Pick<Network, "serve" | "send">;
  readonly clock: Clock;
  readonly entra: Entra;
  /** @default the best supported alternatives */
  readonly readings?: Readings;
  readonly connection: (connectionId: string) => ConnectorConnection | undefined;
}): LogicApps {
  const { cloud = clouds.public, network, clock, entra, readings = defaultReadings, connection } = options;
  const runServices = { cloud, clock, entra, readings, connection, send: network.send.bind(network) };
  const byId = new Map<string, DeployedWorkflow>();
  const byRuntimeId = new Map<string, DeployedWorkflow>();
  const listener = answerWith((request) => answerTriggerRequest(request, (runtimeId) => byRuntimeId.get(runtimeId)));
  for (const host of services.logicApps.hosts(cloud)) network.serve(host, listener);

  const find = (id: string, triggerName?: string): DeployedWorkflow => {
    const workflow = byId.get(id.toLowerCase());
    if (workflow === undefined) throw new WorkflowNotRunnableError(`There is no workflow '${id}'.`);
    if (triggerName === undefined || triggerName === workflow.triggerName) return workflow;
    throw new WorkflowNotRunnableError(
      `The workflow '${workflow.resource.name}' has no trigger '${triggerName}'; it has '${workflow.triggerName}'.`,
    );
  };
  return {
    putWorkflow: (given) => {
      const resource = checkWorkflow(given, readings);
      const previous = byId.get(resource.id.toLowerCase());
      const workflow = new DeployedWorkflow(resource, clock.now(), runServices, previous);
      byId.set(resource.id.toLowerCase(), workflow);
      byRuntimeId.set(workflow.runtimeId, workflow);
    },
    deleteWorkflow: (id) => {
      const workflow = byId.get(id.toLowerCase());
      byId.delete(id.toLowerCase());
      if (workflow !== undefined) byRuntimeId.delete(workflow.runtimeId);
    },
    callbackUrl: (id, triggerName) => {
      const workflow = find(id, triggerName);
      if (workflow.trigger.type === "Request") return callbackUrlOf(workflow, triggerName, workflow.trigger);
      throw new WorkflowNotRunnableError(
        `The trigger '${triggerName}' of '${workflow.resource.name}' is not a Request trigger: it has no callback URL.`,
      );
    },
    regenerateAccessKey: (id) => {
      find(id).accessKey = newAccessKey();
    },
    nextSlot: (id, after) => {
      const { trigger, enabled, fired, deployed } = find(id);
      const recurrence = asObject(trigger.recurrence);
      if (trigger.type !== "Recurrence" || !enabled) return undefined;
      return recurrence.startTime === undefined && !fired ? after : slotAfter(recurrence, deployed, after);
    },
    runTrigger: async (id, triggerName) => {
      const workflow = find(id, triggerName);
      if (!workflow.enabled)
        throw new WorkflowNotRunnableError(`The workflow '${workflow.resource.name}' is disabled.`);
      return (await workflow.fire({})).snapshot();
    },
    runs: (id) => find(id).started.map((run) => run.snapshot()),
    billableActions,
  };
}
