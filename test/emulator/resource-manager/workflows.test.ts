import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { refusal } from "./refusal";
import { groupId, inMemory, tenantId, workflowId } from "./resource-manager-in-memory";

const identityId = `${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/relay`;

async function withGroup() {
  const arm = inMemory();
  await arm.putGroup();
  return arm;
}

describe("A workflow in Azure Resource Manager", () => {
  it("gets a system-assigned identity that stays over updates", async () => {
    const { putWorkflow, keptWorkflows } = await withGroup();
    const { identity } = await putWorkflow();
    assert.equal(identity.tenantId, tenantId);
    const updated = await putWorkflow();
    assert.deepEqual(updated.identity, identity);
    assert.deepEqual(keptWorkflows.workflows.get(workflowId)?.identity, {
      systemAssigned: identity.principalId,
      userAssigned: {},
    });
  });

  it("runs with the user-assigned identities that it names", async () => {
    const { putWorkflow, keptWorkflows, send } = await withGroup();
    const made = (await send("PUT", identityId, "2023-01-31", { location: "westeurope" })) as {
      properties: { principalId: string };
    };
    await putWorkflow({ identity: { type: "UserAssigned", userAssignedIdentities: { [identityId]: {} } } });
    assert.deepEqual(keptWorkflows.workflows.get(workflowId)?.identity, {
      userAssigned: { [identityId.toLowerCase()]: made.properties.principalId },
    });
  });

  it("refuses an identity that is not there", async () => {
    const { putWorkflow } = await withGroup();
    const identity = { type: "UserAssigned", userAssignedIdentities: { [identityId]: {} } };
    const message = await refusal(putWorkflow({ identity }), 400, "FailedIdentityOperation");
    assert.equal(message, `The user-assigned identity '${identityId}' of the workflow was not found.`);
  });

  it("refuses an identity of another kind", async () => {
    const { putWorkflow } = await withGroup();
    await refusal(putWorkflow({ identity: { type: "Delegated" } }), 400, "InvalidIdentityType");
  });

  it("passes on what the runtime has against its definition", async () => {
    const { putWorkflow, store } = await withGroup();
    const properties = { definition: { actions: { a: { type: "Unheard" } } } };
    const message = await refusal(putWorkflow({ properties }), 400, "InvalidTemplate");
    assert.equal(message, "The action type 'Unheard' is not supported.");
    assert.equal(store.get(workflowId), undefined);
  });

  it("keeps the values of secure parameters to itself", async () => {
    const { putWorkflow, keptWorkflows } = await withGroup();
    const properties = {
      definition: { parameters: { key: { type: "SecureString" }, name: { type: "String" } }, actions: {} },
      parameters: { key: { value: "planted" }, name: { value: "n" } },
    };
    const answer = await putWorkflow({ properties });
    assert.deepEqual(answer.properties.parameters, { key: {}, name: { value: "n" } });
    assert.deepEqual(keptWorkflows.workflows.get(workflowId)?.parameters.key, { value: "planted" });
  });
});
