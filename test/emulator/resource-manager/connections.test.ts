import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { findConnection } from "../../../emulator/resources/connection/arm";
import { recordRequest } from "../../../emulator/resource-manager/recorded-request";
import { refusal } from "./refusal";
import { groupId, inMemory } from "./resource-manager-in-memory";

const connectorId = `${groupId}/providers/Microsoft.Web/customApis/setsecret`;
const connectionId = `${groupId}/providers/Microsoft.Web/connections/setsecret`;
const swagger = { swagger: "2.0", securityDefinitions: { api_key: { type: "apiKey", in: "query", name: "sig" } } };

async function withConnector(properties: object = {}) {
  const arm = inMemory();
  await arm.putGroup();
  const putConnector = (more: object) =>
    arm.send("PUT", connectorId, "2016-06-01", {
      location: "westeurope",
      properties: {
        swagger,
        backendService: { serviceUrl: "https://relay.example/paths/invoke" },
        connectionParameters: { api_key: { type: "securestring" } },
        ...more,
      },
    });
  const connect = (more: object = {}, location = "West Europe") =>
    arm.send("PUT", connectionId, "2016-06-01", {
      location,
      properties: { api: { id: connectorId }, parameterValues: { api_key: "planted" }, ...more },
    }) as Promise<{ properties: Record<string, unknown> }>;
  await putConnector(properties);
  return { ...arm, connect, putConnector };
}

describe("A custom connector in Azure Resource Manager", () => {
  for (const [what, properties, code] of [
    ["without a document", { swagger: undefined }, "InvalidApiDefinition"],
    ["with OpenAPI 3", { swagger: { openapi: "3.0.0" } }, "InvalidApiDefinition"],
    ["with a document of 1 MB", { swagger: { ...swagger, x: "x".repeat(2 ** 20) } }, "ApiDefinitionTooLarge"],
    ["without a backend", { backendService: undefined }, "InvalidBackendService"],
    ["with a backend in the clear", { backendService: { serviceUrl: "http://a" } }, "InvalidBackendService"],
  ] as const) {
    it(`is refused ${what}`, async () => {
      const { putConnector } = await withConnector();
      await refusal(putConnector(properties), 400, code);
    });
  }
});

describe("A connection in Azure Resource Manager", () => {
  it("joins the connector's document and backend with the API key", async () => {
    const { connect, store } = await withConnector();
    await connect();
    assert.deepEqual(findConnection(store, connectionId.toUpperCase()), {
      connectionId,
      connectorId,
      swagger,
      serviceUrl: "https://relay.example/paths/invoke",
      apiKey: { in: "query", name: "sig", value: "planted" },
    });
    assert.equal(findConnection(store, connectorId), undefined);
  });

  it("never gives its parameter values back", async () => {
    const { connect } = await withConnector();
    const { properties } = await connect();
    assert.equal(JSON.stringify(properties).includes("planted"), false);
    assert.deepEqual(properties.statuses, [{ status: "Connected" }]);
  });

  it("is made without a key, and is then in Error", async () => {
    const { connect } = await withConnector();
    const { properties } = await connect({ parameterValues: {} });
    assert.deepEqual(properties.statuses, [
      {
        status: "Error",
        target: "api_key",
        error: { code: "ConfigurationNeeded", message: "Parameter value missing: api_key." },
      },
    ]);
  });

  it("is refused without its connector, elsewhere than it, with a parameter that it lacks", async () => {
    const { connect } = await withConnector();
    await refusal(connect({ api: { id: `${connectorId}x` } }), 400, "ApiNotFound");
    await refusal(connect({}, "northeurope"), 400, "InvalidApiConnectionLocation");
    await refusal(connect({ parameterValues: { token: "t" } }), 400, "InvalidConnectionParameter");
    const managed = `/subscriptions/s/providers/Microsoft.Web/locations/westeurope/managedApis/keyvault`;
    await refusal(connect({ api: { id: managed } }), 501, "ManagedApiNotServed");
  });
});

describe("A recorded request", () => {
  const record = (id: string, properties: object) =>
    recordRequest("PUT", `https://management.azure.com${id}?api-version=1`, {
      location: "l",
      properties: { ...properties },
    });

  it("hides a connection's parameter values and keeps the rest", () => {
    const recorded = record(connectionId, { displayName: "d", parameterValues: { api_key: "planted" } });
    assert.deepEqual(recorded, {
      method: "PUT",
      url: `https://management.azure.com${connectionId}?api-version=1`,
      body: { location: "l", properties: { displayName: "d", parameterValues: { api_key: "[secret]" } } },
    });
  });

  it("hides a connector's OAuth secret", () => {
    const oAuthSettings = { clientId: "c", clientSecret: "planted" };
    const recorded = record(connectorId, { connectionParameters: { token: { oAuthSettings } } });
    assert.equal(JSON.stringify(recorded).includes("planted"), false);
  });

  it("hides the values of secure parameters of a workflow only", () => {
    const definition = { parameters: { key: { type: "SecureString" }, name: { type: "String" } } };
    const parameters = { key: { value: "planted" }, name: { value: "n" } };
    const { body } = record(`${groupId}/providers/Microsoft.Logic/workflows/w`, { definition, parameters });
    const shown = { key: { value: "[secret]" }, name: { value: "n" } };
    assert.deepEqual(body, { location: "l", properties: { definition, parameters: shown } });
  });
});
