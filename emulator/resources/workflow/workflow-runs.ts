import type { JsonObject } from "../../../definition/json";
import type { Run } from "../../logic-apps";
import { ArmError } from "../errors";
import type { ArmServices } from "../resource-provider";
import type { ArmOperation, View } from "../arm-operation";
import { behaviours } from "./behaviours";
import { readRunsFilter } from "./runs-filter";

const type = "Microsoft.Logic/workflows";

/** Lists the runs of a workflow, newest first. https://learn.microsoft.com/rest/api/logic/workflow-runs/list */
export const listRuns: ArmOperation = {
  method: "GET",
  path: /^(.+\/providers\/Microsoft\.Logic\/workflows\/[^/]+)\/runs$/i,
  type,
  parameters: ["$top", "$filter"],
  needs: ([, workflowId = ""]) => ({ action: "Microsoft.Logic/workflows/runs/read", scope: workflowId }),
  respond: ({ match: [, workflowId = ""], query }, services) => {
    const top = Number(query.get("$top") ?? 30);
    if (!Number.isInteger(top) || top < 1) throw new ArmError(behaviours.invalidTop, "$top is not a positive number.");
    const filter = query.get("$filter");
    const isListed = filter === null ? () => true : readRunsFilter(filter);
    const newestFirst = runsOf(workflowId, services).filter(isListed).reverse();
    return {
      record: filter === null ? behaviours.runs : behaviours.filteredRuns,
      body: { value: newestFirst.slice(0, top).map((run) => shown(run, workflowId)) },
    };
  },
};

/** One run. https://learn.microsoft.com/rest/api/logic/workflow-runs/get */
export const runView: View = {
  path: /^(.+\/providers\/Microsoft\.Logic\/workflows\/[^/]+)\/runs\/([^/]+)$/i,
  type,
  parameters: [],
  show: ([, workflowId = "", name = ""], _, services) => {
    const run = runsOf(workflowId, services).find(({ id }) => id === name);
    if (run !== undefined) return shown(run, workflowId);
    throw new ArmError(behaviours.runNotFound, `The workflow run '${name}' could not be found.`);
  },
};

function runsOf(workflowId: string, { store, logicApps }: ArmServices): readonly Run[] {
  const workflow = store.get(workflowId);
  if (workflow !== undefined) return logicApps.runs(workflow.id);
  throw new ArmError(behaviours.notFound, `The workflow '${workflowId}' could not be found.`);
}

function shown(run: Run, workflowId: string): JsonObject {
  const { id, status, error, startTime, endTime, triggerName, correlationId } = run;
  return {
    id: `${workflowId}/runs/${id}`,
    name: id,
    type: `${type}/runs`,
    properties: {
      startTime: startTime.toISOString(),
      ...(endTime === undefined ? {} : { endTime: endTime.toISOString() }),
      status,
      ...(error === undefined ? {} : { code: error.code, error }),
      correlation: { clientTrackingId: correlationId },
      trigger: { name: triggerName, startTime: startTime.toISOString(), status: "Succeeded" },
      outputs: {},
    },
  };
}
