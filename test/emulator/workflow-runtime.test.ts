import * as logic from "@pulumi/azure-native/logic";
import * as resources from "@pulumi/azure-native/resources";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { after, before, describe, it } from "mocha";
import assert from "node:assert/strict";
import { createAzure, type Azure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { deploy } from "../../local/deployment";

/** Answers the name that it was called with. */
const relayDefinition = {
  triggers: {
    manual: { type: "Request", kind: "Http", inputs: { method: "PUT", relativePath: "secrets/{secretName}" } },
  },
  actions: {
    Answer: {
      type: "Response",
      kind: "Http",
      runAfter: {},
      inputs: { statusCode: 200, body: { name: "@triggerOutputs()['relativePathParameters']['secretName']" } },
    },
  },
};

const swagger = {
  swagger: "2.0",
  info: { title: "Relay", version: "1.0" },
  host: "relay.example",
  securityDefinitions: { api_key: { type: "apiKey", in: "query", name: "sig" } },
  security: [{ api_key: [] }],
  paths: {
    "/secrets/{secretName}": {
      put: {
        operationId: "Put",
        parameters: [{ name: "secretName", in: "path", required: true, type: "string" }],
        responses: { 200: { description: "Done" } },
      },
    },
  },
};

/** Calls the connector by its connection. */
function callerDefinition(queries: pulumi.Output<object>) {
  return pulumi.output({
    parameters: { $connections: { type: "Object", defaultValue: {} } },
    triggers: { Schedule: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
    actions: {
      Put: {
        type: "ApiConnection",
        runAfter: {},
        inputs: {
          host: { connection: { name: "@parameters('$connections')['relay']['connectionId']" } },
          method: "put",
          path: "/secrets/@{encodeURIComponent('token')}",
          queries,
        },
      },
    },
  });
}

function program(): Promise<Record<string, unknown>> {
  const resourceGroupName = new resources.ResourceGroup("group").name;
  const relay = new logic.Workflow("relay", { resourceGroupName, definition: relayDefinition });
  const callback = pulumi.secret(
    logic.listWorkflowTriggerCallbackUrlOutput({ resourceGroupName, workflowName: relay.name, triggerName: "manual" }),
  );
  const api = new web.CustomApi("api", {
    resourceGroupName,
    properties: {
      swagger,
      backendService: { serviceUrl: callback.basePath.apply((basePath) => basePath.replace(":443", "")) },
      connectionParameters: { api_key: { type: "securestring" } },
    },
  });
  const queries = callback.apply((url) => url.queries ?? {});
  const api_key = queries.apply(({ sig }) => sig ?? "");
  const connection = new web.Connection("connection", {
    resourceGroupName,
    properties: { api: { id: api.id }, parameterValues: { api_key } },
  });
  const constants = queries.apply(({ apiVersion = "", sp = "", sv = "" }) => ({ "api-version": apiVersion, sp, sv }));
  const caller = new logic.Workflow("caller", {
    resourceGroupName,
    definition: callerDefinition(pulumi.unsecret(constants)),
    parameters: {
      $connections: { value: { relay: { id: api.id, connectionId: connection.id, connectionName: connection.name } } },
    },
  });
  return Promise.resolve({ callerId: caller.id, api_key });
}

describe("A deployed workflow", () => {
  let azure: Azure;

  before(async () => {
    azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-23T12:00:00Z")) });
  });

  after(() => azure.close());

  it("calls a deployed connector by a deployed connection, whose key shows nowhere", async () => {
    const { outputs, state } = await deploy({
      azure,
      program,
      project: "project",
      stack: "stack",
      configuration: { "azure-native:location": "westeurope" },
    });
    const run = await azure.logicApps.runTrigger(String(outputs.callerId), "Schedule");
    assert.equal(run.status, "Succeeded", JSON.stringify(run.error));
    assert.deepEqual((run.actions[0]?.outputs as { body: unknown }).body, { name: "token" });
    const { value } = outputs.api_key as { value: string };
    assert.ok(value.length > 20);
    assert.equal(JSON.stringify([state, azure.arm.requests()]).includes(value), false);
  });
});
