import { setSecretByConnector } from "../../connector/operation/set-secret-action";
import type { SecureData } from "../../definition";
import { workflowDefinition } from "../../definition";
import { relayTrigger } from "../../connector/relay/relay-definition";
import { asObject } from "../../definition/json";
import type { Proof } from "../report";
import type { DeployedConnector, LocalStack } from "../stack/local-stack";
import { check, countVersions, describeNewVersions, type StackWithVault } from "./proof";

/** A connector, and the relay behind it by its ID. */
interface CallableConnector extends Omit<DeployedConnector, "relay"> {
  readonly relay: Pick<DeployedConnector["relay"], "id">;
}

/** A designer's own Logic App with the connection cannot write a secret whose name is not on the list. */
export async function proveNameGuard(
  stack: StackWithVault & Pick<LocalStack, "settings">,
  connector: CallableConnector,
): Promise<Proof> {
  const forbidden = stack.settings.tokens[0]?.clientSecretName ?? "";
  const allowed = connector.allowedSecretNames[0] ?? "";
  return {
    id: "name-guard",
    ...check(
      `The connector cannot write ${forbidden}, which is not allowed`,
      "403 SecretNameNotAllowed, no new version",
      await writeAsDesigner(stack, connector, forbidden),
    ),
    control: check(
      `The connector can write ${allowed}, which is allowed`,
      "200, 1 new version",
      await writeAsDesigner(stack, connector, allowed),
    ),
  };
}

const nothingSecured: SecureData = { secureData: { properties: [] } };

/** Runs a Logic App, without any grant, whose one action is Set secret. */
async function writeAsDesigner(
  stack: StackWithVault,
  { connectorId, connectionId, relay }: CallableConnector,
  secretName: string,
): Promise<string> {
  const { logicApps } = stack.azure;
  const { "api-version": apiVersion, sp, sv } = logicApps.callbackUrl(relay.id, relayTrigger).queries;
  const setSecret = setSecretByConnector({
    description: "Sets a secret.",
    secretName,
    parameters: { value: "written by a designer's Logic App" },
    queries: { "api-version": apiVersion, sp, sv },
    runAfter: {},
    retryPolicy: { type: "none" },
    timeout: "PT5M",
  });
  const id = `${relay.id}-caller`;
  const connection = { id: connectorId, connectionId, connectionName: connectionId.split("/").at(-1) };
  logicApps.putWorkflow({
    id,
    name: "designer",
    location: stack.azure.cloud.exampleLocation,
    state: "Enabled",
    definition: {
      ...workflowDefinition({
        parameters: { $connections: { type: "Object", defaultValue: {} } },
        triggers: {},
        // Not secured, so that its answer can be read from run history; the value is none that matters.
        actions: { Set_secret: { ...setSecret, runtimeConfiguration: nothingSecured } },
      }),
      triggers: {
        manual: { type: "Recurrence", recurrence: { frequency: "Day", interval: 1, startTime: "2026-01-01" } },
      },
    },
    parameters: { $connections: { value: { keyvaultsecrets: connection } } },
    identity: { userAssigned: {} },
  });
  const before = countVersions(stack, secretName);
  const run = await logicApps.runTrigger(id, "manual");
  logicApps.deleteWorkflow(id);
  const { statusCode, body } = asObject(run.actions.find(({ name }) => name === "Set_secret")?.outputs);
  const { code } = asObject(asObject(body).error);
  const answer = [statusCode, code].filter((part) => typeof part === "number" || typeof part === "string").join(" ");
  return `${answer}, ${describeNewVersions(stack, secretName, before)}`;
}
