import { ControlledClock } from "../../../emulator/clock";
import { createLogicApps, type LogicApps, type Run } from "../../../emulator/logic-apps";
import { createNetwork, type HttpAnswer } from "../../../emulator/network";
import { noon, workflow, workflowId, type WorkflowParts } from "./workflow-bench";

const schema = {
  $schema: "http://json-schema.org/draft-04/schema#",
  type: "object",
  properties: { value: { type: "string" } },
  required: ["value"],
  additionalProperties: false,
};

/** A Request trigger with a path and a schema. */
export const requestTrigger = {
  type: "Request",
  kind: "Http",
  inputs: { method: "PUT", relativePath: "secrets/{name}/versions/{version}", schema },
  operationOptions: "EnableSchemaValidation",
};

/** A Response that answers with all that the trigger gave. */
export const echo = {
  type: "Response",
  runAfter: {},
  inputs: { statusCode: 201, headers: { "X-A": "b" }, body: "@triggerOutputs()" },
};

export interface RequestOptions {
  readonly change?: (url: URL) => void;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A runtime on a network of its own, with one workflow that has a Request trigger. */
export interface RequestBench {
  readonly logicApps: LogicApps;
  /** Deploys the workflow anew, with no runs; it echoes unless its parts say otherwise. */
  readonly reset: (parts?: Partial<WorkflowParts>) => void;
  /** Calls the trigger by its callback URL. */
  readonly call: (options?: RequestOptions) => Promise<HttpAnswer>;
  readonly runs: () => readonly Run[];
  readonly close: () => Promise<void>;
}

export async function openRequestBench(): Promise<RequestBench> {
  const network = await createNetwork();
  const logicApps = createLogicApps({
    network,
    clock: new ControlledClock(noon),
    entra: { tenantId: "t", issueToken: () => Promise.resolve(""), verifyToken: () => Promise.resolve(undefined) },
    connection: () => undefined,
  });
  return {
    logicApps,
    reset: (parts = {}) => {
      logicApps.deleteWorkflow(workflowId);
      logicApps.putWorkflow(workflow({ actions: { Answer: echo }, trigger: requestTrigger, ...parts }));
    },
    call: ({ change, method = "PUT", headers = {}, body = '{"value":"v"}' } = {}) => {
      const { value } = logicApps.callbackUrl(workflowId, "trigger");
      const url = new URL(value.replace("{name}", "db%20password").replace("{version}", "1"));
      change?.(url);
      return network.send({ method, url: url.href, headers: { "content-type": "application/json", ...headers }, body });
    },
    runs: () => logicApps.runs(workflowId),
    close: () => network.close(),
  };
}

/** The error code in a Logic Apps answer. */
export function codeOf({ body }: HttpAnswer): string {
  return (JSON.parse(body) as { error: { code: string } }).error.code;
}
