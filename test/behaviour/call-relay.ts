import { relayTrigger } from "../../connector/relay/relay-definition";
import { workflowDefinition } from "../../definition";
import { setSecretByConnector, type SetSecretParameters } from "../../connector";
import { asObject, type JsonObject } from "../../definition/json";
import type { Run } from "../../emulator/logic-apps";
import type { LocalStack } from "../../local/stack/local-stack";
import { requireConnector } from "../../local/stack/controlled-stack";

/** What the relay answered. */
export interface RelayAnswer {
  readonly status: unknown;
  readonly body: JsonObject;
}

/** What a request to the relay differs in. */
export interface RelayRequest {
  readonly method?: string;
  /** Instead of the body in JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Changes to the callback URL's queries; empty: left out. */
  readonly queries?: Readonly<Record<string, string>>;
}

/** Calls the relay with its key, without the connector. `path` is what stands behind `secrets/`, as it is sent. */
export async function callRelay(
  stack: LocalStack,
  path: string,
  body: unknown,
  request: RelayRequest = {},
): Promise<RelayAnswer> {
  const { basePath, queries } = stack.azure.logicApps.callbackUrl(requireConnector(stack).relay.id, relayTrigger);
  const sent = Object.entries({ ...queries, ...request.queries }).filter(([, value]) => value !== "");
  const answer = await stack.azure.network.send({
    method: request.method ?? "PUT",
    url: `${basePath}/secrets/${path}?${new URLSearchParams(sent).toString()}`,
    headers: { "content-type": "application/json", ...request.headers },
    body: request.text ?? JSON.stringify(body),
  });
  return { status: answer.status, body: asObject(JSON.parse(answer.body) as unknown) };
}

/** Runs a Logic App of a designer's own, without identity and grants, whose one action is Set secret. */
export async function setSecretAsDesigner(
  stack: LocalStack,
  secretName: string,
  parameters: SetSecretParameters,
): Promise<RelayAnswer & { readonly run: Run }> {
  const { logicApps } = stack.azure;
  const { connectorId, connectionId, relay } = requireConnector(stack);
  const { "api-version": apiVersion, sp, sv } = logicApps.callbackUrl(relay.id, relayTrigger).queries;
  const action = setSecretByConnector({
    description: "Sets a secret.",
    secretName,
    parameters,
    queries: { "api-version": apiVersion, sp, sv },
    runAfter: {},
    retryPolicy: { type: "none" },
    timeout: "PT5M",
  });
  const id = `${relay.id}-designer`;
  const connection = { id: connectorId, connectionId, connectionName: connectionId.split("/").at(-1) };
  logicApps.putWorkflow({
    id,
    name: "designer",
    location: "westeurope",
    state: "Enabled",
    definition: workflowDefinition({
      parameters: { $connections: { type: "Object", defaultValue: {} } },
      triggers: {
        Recurrence: {
          type: "Recurrence",
          recurrence: { frequency: "Minute", interval: 60, startTime: "2026-01-01T00:00:00Z", timeZone: "UTC" },
          runtimeConfiguration: { concurrency: { runs: 1 } },
        },
      },
      // Not secured, as designers often leave it: so the test sees what comes back.
      actions: { Set_secret: { ...action, runtimeConfiguration: { secureData: { properties: [] } } } },
    }),
    parameters: { $connections: { value: { keyvaultsecrets: connection } } },
    identity: { userAssigned: {} },
  });
  const run = await logicApps.runTrigger(id, "Recurrence");
  logicApps.deleteWorkflow(id);
  const { statusCode, body } = asObject(run.actions[0]?.outputs);
  return { status: statusCode, body: asObject(body), run };
}

/** The relay's latest run. */
export function lastRelayRun(stack: LocalStack): Run {
  const run = stack.azure.logicApps.runs(requireConnector(stack).relay.id).at(-1);
  if (run === undefined) throw new Error("The relay has not run yet.");
  return run;
}
