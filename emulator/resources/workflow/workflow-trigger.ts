import { asObject } from "../../../definition/json";
import { WorkflowNotRunnableError } from "../../logic-apps";
import type { ArmAnswer, ArmOperation } from "../arm-operation";
import { follow } from "../../provenance";
import { ArmError } from "../errors";
import type { ArmServices } from "../resource-provider";
import type { StoredResource } from "../resource-store";
import { behaviours } from "./behaviours";

type TriggerAction = "listCallbackUrl" | "run";

/** Lists the callback URL of a trigger. https://learn.microsoft.com/rest/api/logic/workflow-triggers/list-callback-url */
export const listCallbackUrl = triggerOperation("listCallbackUrl", (services, workflow, triggerName) => {
  rejectWhileNew(services, workflow);
  return { record: behaviours.callbackUrl, body: services.logicApps.callbackUrl(workflow.id, triggerName) };
});

/** Rejects the first request for a workflow, where its callback URL is not there at once. */
function rejectWhileNew({ store, readings }: ArmServices, { id, name }: StoredResource): void {
  if (follow(readings, "callbackUrl") === "atOnce" || store.requestedCallbackUrls.has(id.toLowerCase())) return;
  store.requestedCallbackUrls.add(id.toLowerCase());
  throw new ArmError(behaviours.notFound, `The workflow '${name}' could not be found.`);
}

/** Fires a trigger and waits for the end of the run. https://learn.microsoft.com/rest/api/logic/workflow-triggers/run */
export const runTrigger = triggerOperation("run", async ({ logicApps }, workflow, triggerName) => {
  await logicApps.runTrigger(workflow.id, triggerName);
  return { record: behaviours.triggerRun };
});

function triggerOperation(
  action: TriggerAction,
  act: (services: ArmServices, workflow: StoredResource, triggerName: string) => ArmAnswer | Promise<ArmAnswer>,
): ArmOperation {
  return {
    method: "POST",
    path: new RegExp(String.raw`^(.+/providers/Microsoft\.Logic/workflows/[^/]+)/triggers/([^/]+)/${action}$`, "i"),
    type: "Microsoft.Logic/workflows",
    needs: ([, workflowId = ""]) => ({
      action: `Microsoft.Logic/workflows/triggers/${action}/action`,
      scope: workflowId,
    }),
    respond: async ({ match: [, workflowId = "", triggerName = ""] }, services) => {
      const workflow = findWorkflow(services, workflowId, triggerName);
      try {
        return await act(services, workflow, triggerName);
      } catch (error) {
        if (error instanceof WorkflowNotRunnableError) throw new ArmError(behaviours.notRunnable, error.message);
        throw error;
      }
    },
  };
}

function findWorkflow({ store }: ArmServices, workflowId: string, triggerName: string): StoredResource {
  const workflow = store.get(workflowId);
  if (workflow === undefined) {
    throw new ArmError(behaviours.notFound, `The workflow '${workflowId}' could not be found.`);
  }
  const { triggers } = asObject(asObject(workflow.body.properties).definition);
  if (triggerName in asObject(triggers)) return workflow;
  const message = `The workflow '${workflow.name}' has no trigger '${triggerName}'.`;
  throw new ArmError(behaviours.triggerNotFound, message);
}
