import { ControlledClock } from "../../../emulator/clock";
import { createLogicApps, type ConnectorConnection, type LogicApps, type Run } from "../../../emulator/logic-apps";
import { defaultReadings, type Readings } from "../../../emulator/provenance";
import type { HttpAnswer, HttpRequest, Network } from "../../../emulator/network";

/** Noon of the day on which every test begins. */
export const noon = new Date("2026-03-01T12:00:00Z");

/** Answers a request; the second argument counts the requests so far, from 1. */
export type Server = (request: HttpRequest, count: number) => HttpAnswer | Promise<HttpAnswer>;

export interface WorkflowParts {
  readonly actions: unknown;
  readonly trigger?: object;
  readonly parameters?: Readonly<Record<string, object>>;
  readonly values?: Readonly<Record<string, { value: unknown }>>;
  readonly identity?: { readonly systemAssigned?: string; readonly userAssigned: Readonly<Record<string, string>> };
  readonly state?: "Enabled" | "Disabled";
}

/** A runtime whose requests a function answers, on a controlled clock. Identities' tokens are `principal|audience`. */
export function workflowBench(
  server: Server = () => json(200, {}),
  connections: Readonly<Record<string, ConnectorConnection>> = {},
  readings: Partial<Readings> = {},
): {
  readonly logicApps: LogicApps;
  readonly clock: ControlledClock;
  readonly requests: readonly HttpRequest[];
  readonly put: (parts: WorkflowParts) => void;
  readonly run: (parts: WorkflowParts) => Promise<Run>;
} {
  const clock = new ControlledClock(noon);
  const requests: HttpRequest[] = [];
  const network: Pick<Network, "serve" | "send"> = {
    serve: () => undefined,
    send: async (request) => server(request, requests.push(request)),
  };
  const logicApps = createLogicApps({
    network,
    clock,
    readings: { ...defaultReadings, ...readings },
    entra: {
      tenantId: "tenant",
      issueToken: ({ principalId, audience }) => Promise.resolve(`${principalId}|${audience}`),
      verifyToken: () => Promise.resolve(undefined),
    },
    connection: (id) => connections[id],
  });
  const put = (parts: WorkflowParts): void => {
    logicApps.putWorkflow(workflow(parts));
  };
  return {
    logicApps,
    clock,
    requests,
    put,
    run: (parts) => {
      put(parts);
      return logicApps.runTrigger(workflowId, "trigger");
    },
  };
}

export const workflowId = "/subscriptions/s1/resourceGroups/g1/providers/Microsoft.Logic/workflows/refresh";

/** A workflow resource with one trigger, named `trigger`; hourly unless given. */
export function workflow({
  actions,
  trigger,
  parameters,
  values = {},
  identity,
  state = "Enabled",
}: WorkflowParts): Parameters<LogicApps["putWorkflow"]>[0] {
  return {
    id: workflowId,
    name: "refresh",
    location: "West Europe",
    state,
    definition: {
      contentVersion: "1.0.0.0",
      parameters: parameters ?? {},
      triggers: { trigger: trigger ?? { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
      actions,
    },
    parameters: values,
    identity: identity ?? { userAssigned: {} },
  };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** An HTTP action to a host that every test knows, with inputs of its own. */
export function http(inputs: object = {}, rest: object = {}): object {
  return { type: "Http", runAfter: {}, inputs: { method: "GET", uri: "https://api.example/x", ...inputs }, ...rest };
}

/** A Compose action after others. */
export function compose(inputs: unknown, runAfter: object = {}): object {
  return { type: "Compose", inputs, runAfter };
}

/** An action that fails, after others. */
export function failing(runAfter: object = {}): object {
  return { type: "Compose", inputs: "@int('no number')", runAfter };
}

/** Status of each action of a run, by name. */
export function statuses(run: Run): Readonly<Record<string, string>> {
  return Object.fromEntries(run.actions.map(({ name, status }) => [name, status]));
}
