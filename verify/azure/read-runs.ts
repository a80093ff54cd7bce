import { defaultApiVersion } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { ArmClient } from "./arm-client";

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
  const { value } = await azure.get(`${workflowId}/runs`, defaultApiVersion("Microsoft.Logic/workflows"), {
    $top: "10",
  });
  return asList(value).map((run) => workflowRun(asObject(run)));
}

function workflowRun({ name, properties: given }: JsonObject): WorkflowRun {
  const { status, error, code } = asObject(given);
  const failure = asString(asObject(error).code) || asString(code);
  return { name: asString(name), status: asString(status), ...(failure === "" ? {} : { code: failure }) };
}
