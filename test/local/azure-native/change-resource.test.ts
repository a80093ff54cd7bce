import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  deleteResource,
  findResource,
  findResourceType,
  updateResource,
  type ArmCall,
  type SendToArm,
} from "../../../local/azure-native";
import { recordingArm } from "./recording-arm";

const groupId = "/subscriptions/sub/resourceGroups/rg";
const vaultId = `${groupId}/providers/Microsoft.KeyVault/vaults/v`;
const methods = (calls: readonly ArmCall[]): string[] => calls.map(({ method, path }) => `${method} ${path}`);

describe("An update by azure-native", () => {
  const type = findResourceType("azure-native:logic:Workflow");
  const id = `${groupId}/providers/Microsoft.Logic/workflows/w`;

  it("is PUT, GET, and makes a resource anew that is gone", async () => {
    const { send, calls } = recordingArm();
    const outputs = await updateResource(send, type, { id, inputs: { location: "westeurope", state: "Enabled" } });
    assert.deepEqual(methods(calls), [`PUT ${id}`, `GET ${id}`]);
    assert.deepEqual(outputs, { location: "westeurope", state: "Enabled", azureApiVersion: "2019-05-01" });
  });

  it("of a vault reads the access policies first and sends them again, unless the program sets them", async () => {
    const vault = findResourceType("azure-native:keyvault:Vault");
    const accessPolicies = [{ applicationId: "", objectId: "o" }];
    const { send, calls } = recordingArm({ [vaultId]: { properties: { accessPolicies } } });
    await updateResource(send, vault, { id: vaultId, inputs: { properties: { tenantId: "t" } } });
    assert.deepEqual(methods(calls), [`GET ${vaultId}`, `PUT ${vaultId}`, `GET ${vaultId}`]);
    assert.deepEqual(calls[1]?.body, { properties: { accessPolicies, tenantId: "t" } });
    await updateResource(send, vault, { id: vaultId, inputs: { properties: { accessPolicies: [] } } });
    assert.deepEqual(methods(calls.slice(3)), [`PUT ${vaultId}`, `GET ${vaultId}`]);
    assert.deepEqual(calls[3]?.body, { properties: { accessPolicies: [] } });
  });

  it("of an access policy fails where there is none", async () => {
    const accessPolicy = findResourceType("azure-native:keyvault:AccessPolicy");
    const { send, calls } = recordingArm({ [vaultId]: { properties: { accessPolicies: [] } } });
    const update = { id: `${vaultId}/accessPolicy/o`, inputs: { policy: { objectId: "o" } } };
    await assert.rejects(updateResource(send, accessPolicy, update), {
      message: `resource '${vaultId}/accessPolicy/o' does not exist`,
    });
    assert.deepEqual(methods(calls), [`GET ${vaultId}`]);
  });
});

describe("A refresh by azure-native", () => {
  const missing = (token: string, id: string): Promise<unknown> =>
    findResource(recordingArm().send, findResourceType(`azure-native:${token}`), { id, inputs: {} });

  it("drops a resource that is gone", async () => {
    for (const token of ["keyvault:Vault", "keyvault:AccessPolicy", "authorization:RoleDefinition", "logic:Workflow"]) {
      assert.equal(await missing(token, `${vaultId}/accessPolicy/o`), undefined, token);
    }
  });

  it("fails with 404 for a role assignment that is gone", async () => {
    await assert.rejects(missing("authorization:RoleAssignment", `${vaultId}/roleAssignments/a`), { status: 404 });
  });
});

describe("A deletion by azure-native", () => {
  const group = findResourceType("azure-native:resources:ResourceGroup");
  const url = "https://management.azure.com/subscriptions/sub/operationresults/one%20two?api-version=2024-03-01";
  const operation = { url, retryAfterSeconds: 0 };

  it("asks for the result until the operation has ended", async () => {
    const calls: ArmCall[] = [];
    const send: SendToArm = (call) => {
      calls.push(call);
      return Promise.resolve(calls.length < 3 ? { status: 202, body: {}, operation } : { status: 200, body: {} });
    };
    await deleteResource(send, group, { id: groupId, inputs: {} });
    const result = { method: "GET", path: "/subscriptions/sub/operationresults/one two", apiVersion: "2024-03-01" };
    assert.deepEqual(calls, [{ method: "DELETE", path: groupId, apiVersion: "2024-03-01" }, result, result]);
  });

  it("fails where the operation does", async () => {
    const error = { error: { code: "ScopeLocked", message: "Locked." } };
    const send: SendToArm = ({ method }) =>
      Promise.resolve(method === "DELETE" ? { status: 202, body: {}, operation } : { status: 409, body: error });
    await assert.rejects(deleteResource(send, group, { id: groupId, inputs: {} }), {
      message: 'Status=409 Code="ScopeLocked" Message="Locked."',
    });
  });

  it("counts as done for a resource that is gone", async () => {
    await deleteResource(recordingArm().send, group, { id: groupId, inputs: {} });
  });
});
