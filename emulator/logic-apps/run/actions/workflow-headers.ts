import { randomUUID } from "node:crypto";
import { parseResourceId } from "../../../../azure";
import type { RunContext } from "../run-context";
import { actionBehaviours as behaviours } from "../../action-behaviours";
import { exercise } from "../../../provenance";

/** Header by which a caller's correlation id reaches the workflow that it calls. */
export const clientTrackingIdHeader = "x-ms-client-tracking-id";

/** Headers that Logic Apps adds to a request, unless the action suppresses them. */
export function workflowHeaders(actionName: string, context: RunContext): Readonly<Record<string, string>> {
  exercise(behaviours.workflowHeaders);
  const { workflow, id, correlationId } = context;
  const { subscriptionId = "", resourceGroup = "" } = parseResourceId(workflow.id) ?? {};
  return {
    "x-ms-workflow-name": workflow.name,
    "x-ms-workflow-subscription-id": subscriptionId,
    "x-ms-workflow-resourcegroup-name": resourceGroup,
    "x-ms-workflow-run-id": id,
    "x-ms-workflow-operation-name": actionName,
    "x-ms-execution-location": workflow.location,
    "x-ms-action-tracking-id": randomUUID(),
    "x-ms-correlation-id": correlationId,
    [clientTrackingIdHeader]: correlationId,
  };
}
