import { describe, it } from "mocha";
import assert from "node:assert/strict";
import {
  createResource,
  findResourceType,
  readResource,
  type ArmCall,
  type SendToArm,
} from "../../../emulator/azure-native";
import { context, recordingArm } from "./recording-arm";

describe("A creation by azure-native", () => {
  const type = findResourceType("azure-native:web:Connection");
  const id = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Web/connections/c";

  it("is GET, PUT, GET, in the resource group's location", async () => {
    const { send, calls } = recordingArm({ "/subscriptions/sub/resourceGroups/rg": { location: "westeurope" } });
    const created = await createResource(send, context, type, { resourceGroupName: "rg", connectionName: "c" });
    assert.equal(created.id, id);
    assert.deepEqual(created.outputs, { location: "westeurope", azureApiVersion: "2016-06-01", properties: undefined });
    assert.deepEqual(
      calls.map(({ method, path, apiVersion }) => `${method} ${path} ${apiVersion}`),
      [
        "GET /subscriptions/sub/resourceGroups/rg 2020-10-01",
        ...["GET", "PUT", "GET"].map((method) => `${method} ${id} 2016-06-01`),
      ],
    );
  });

  it("of a rule on logs sends its condition in properties, and reads it flat", async () => {
    const { send, calls } = recordingArm();
    const rule = findResourceType("azure-native:monitor:ScheduledQueryRule");
    const dimensions = [{ name: "ErrorCode", operator: "Include", values: ["*"] }];
    const condition = { criteria: { allOf: [{ query: "AzureDiagnostics", dimensions }] }, skipQueryValidation: true };
    const top = { kind: "LogAlert", location: "westeurope" };
    const inputs = { resourceGroupName: "rg", ruleName: "error-code", ...top, ...condition };
    const created = await createResource(send, context, rule, inputs);
    assert.equal(
      created.id,
      "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Insights/scheduledQueryRules/error-code",
    );
    assert.deepEqual(created.outputs, { ...top, ...condition, azureApiVersion: "2025-01-01-preview" });
    const put = calls.find(({ method }) => method === "PUT");
    assert.deepEqual(put?.body, { ...top, properties: condition });
    assert.equal(put.apiVersion, "2025-01-01-preview");
  });

  it("fails for an id that exists", async () => {
    const { send } = recordingArm({ [id]: {} });
    const creation = createResource(send, context, type, {
      resourceGroupName: "rg",
      connectionName: "c",
      location: "l",
    });
    await assert.rejects(creation, { message: `cannot create already existing resource '${id}'` });
  });

  it("of an access policy fails where another writer removes it at once", async () => {
    const accessPolicy = findResourceType("azure-native:keyvault:AccessPolicy");
    const send: SendToArm = () => Promise.resolve({ status: 200, body: { properties: { accessPolicies: [] } } });
    const inputs = { resourceGroupName: "rg", vaultName: "v", policy: { objectId: "o" } };
    await assert.rejects(createResource(send, context, accessPolicy, inputs), {
      name: "AzureNativeError",
      message: "newly written access policy not found",
    });
  });

  it("of a resource that Azure makes with another one adopts it", async () => {
    const rule = findResourceType("azure-native:servicebus:DefaultRule");
    const { send, calls } = recordingArm();
    const inputs = { resourceGroupName: "rg", namespaceName: "n", topicName: "t", subscriptionName: "s" };
    await createResource(send, context, rule, inputs);
    assert.deepEqual(
      calls.map(({ method }) => method),
      ["PUT", "GET"],
    );
  });

  it("fails in ARM's words", async () => {
    const refusing: SendToArm = ({ method }) =>
      Promise.resolve({
        status: method === "GET" ? 404 : 409,
        body: { error: { code: "ConflictError", message: "Busy." } },
      });
    const creation = createResource(refusing, context, type, {
      resourceGroupName: "rg",
      connectionName: "c",
      location: "l",
    });
    await assert.rejects(creation, { message: 'Status=409 Code="ConflictError" Message="Busy."' });
  });

  it("of an access policy writes one entry of its vault's list", async () => {
    const vaultId = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v";
    const policy = { objectId: "o", tenantId: "t", permissions: { secrets: ["get"] } };
    const calls: ArmCall[] = [];
    const send: SendToArm = (call) => {
      const accessPolicies = calls.some(({ method }) => method === "PUT") ? [policy] : [];
      calls.push(call);
      return Promise.resolve({ status: 200, body: { properties: { accessPolicies } } });
    };
    const accessPolicy = findResourceType("azure-native:keyvault:AccessPolicy");
    const inputs = { resourceGroupName: "rg", vaultName: "v", policy };
    const created = await createResource(send, context, accessPolicy, inputs);
    assert.equal(created.id, `${vaultId}/accessPolicy/o`);
    assert.deepEqual(created.outputs, inputs);
    assert.deepEqual(calls[1], {
      method: "PUT",
      path: `${vaultId}/accessPolicies/replace`,
      apiVersion: "2024-11-01",
      body: { properties: { accessPolicies: [{ applicationId: "", ...policy }] } },
    });
    await assert.rejects(createResource(send, context, accessPolicy, inputs), /already existing resource/);
  });
});

describe("A read by azure-native", () => {
  const type = findResourceType("azure-native:web:Connection");
  const id = "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.Web/connections/c";

  it("gives the outputs of a resource that is there", async () => {
    const { send } = recordingArm({ [id]: { location: "westeurope" } });
    const outputs = { location: "westeurope", azureApiVersion: "2016-06-01", properties: undefined };
    assert.deepEqual(await readResource(send, type, id), { id, inputs: {}, outputs });
  });

  it("fails for a resource that is not there", async () => {
    await assert.rejects(readResource(recordingArm().send, type, id), { message: `resource '${id}' does not exist` });
  });
});
