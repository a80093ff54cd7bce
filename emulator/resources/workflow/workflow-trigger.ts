import { asObject } from "../../../definition/json";
import { WorkflowNotRunnableError } from "../../logic-apps";
import { ArmError } from "../errors";
import type { ArmServices } from "../resource-provider";

const pattern = /^(.+\/providers\/Microsoft\.Logic\/workflows\/[^/]+)\/triggers\/([^/]+)\/(listCallbackUrl|run)$/i;

/** A POST on a trigger of a workflow. */
export interface TriggerAction {
  readonly workflowId: string;
  readonly triggerName: string;
  readonly action: "listCallbackUrl" | "run";
}

/** Reads the path of `…/triggers/{name}/listCallbackUrl` or `…/run`; undefined for any other. */
export function parseTriggerAction(path: string): TriggerAction | undefined {
  const [, workflowId, triggerName, action] = pattern.exec(path) ?? [];
  if (workflowId === undefined || triggerName === undefined) return undefined;
  return { workflowId, triggerName, action: action?.toLowerCase() === "run" ? "run" : "listCallbackUrl" };
}

/**
 * Tells a trigger's callback URL, or fires it and waits for the run to end.
 *
 * @throws {ArmError} when there is no such workflow or trigger
 */
export async function actOnTrigger(
  { store, logicApps }: ArmServices,
  { workflowId, triggerName, action }: TriggerAction,
): Promise<{ readonly status: number; readonly body?: unknown }> {
  const workflow = store.get(workflowId);
  if (workflow === undefined) {
    throw new ArmError(404, "WorkflowNotFound", `The workflow '${workflowId}' could not be found.`);
  }
  const { triggers } = asObject(asObject(workflow.body.properties).definition);
  if (!(triggerName in asObject(triggers))) {
    const message = `The workflow '${workflow.name}' has no trigger '${triggerName}'.`;
    throw new ArmError(404, "WorkflowTriggerNotFound", message);
  }
  try {
    if (action === "listCallbackUrl") return { status: 200, body: logicApps.callbackUrl(workflow.id, triggerName) };
    await logicApps.runTrigger(workflow.id, triggerName);
    return { status: 202 };
  } catch (error) {
    // A disabled workflow, or the callback URL of a trigger that has none.
    if (error instanceof WorkflowNotRunnableError) {
      throw new ArmError(400, "BadRequest", error.message);
    }
    throw error;
  }
}
