import { asObject, list, text, type JsonObject } from "../json-answer";
import { apiVersions, type ArmClient } from "./arm-client";

/** A run of a Logic App. */
export interface WorkflowRun {
  readonly name: string;
  /** Status, such as `Running`, `Succeeded`, `Failed`. */
  readonly status: string;
  /** Code of a failure. */
  readonly code?: string;
}

/**
 * The latest runs of a Logic App, newest first. https://learn.microsoft.com/rest/api/logic/workflow-runs/list
 *
 * @throws {ResourceManagerError} as `get` does
 */
export async function readRuns(azure: ArmClient, workflowId: string): Promise<readonly WorkflowRun[]> {
  const { value } = await azure.get(`${workflowId}/runs`, apiVersions.workflows, { $top: "10" });
  return list(value).map((run) => workflowRun(asObject(run)));
}

function workflowRun({ name, properties: given }: JsonObject): WorkflowRun {
  const { status, error, code } = asObject(given);
  const failure = text(asObject(error).code) || text(code);
  return { name: text(name), status: text(status), ...(failure === "" ? {} : { code: failure }) };
}
