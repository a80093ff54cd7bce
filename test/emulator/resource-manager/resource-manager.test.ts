import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { refusal } from "./refusal";
import { groupId, inMemory, subscriptionId, vaultId, workflowId } from "./resource-manager-in-memory";

describe("Azure Resource Manager", () => {
  it("answers a GET with id, name, type and what was put", async () => {
    const { putGroup, send } = inMemory();
    await putGroup();
    assert.deepEqual(await send("GET", groupId.toUpperCase().replace("RG", "rg"), "2024-03-01"), {
      id: groupId,
      name: "rg",
      type: "Microsoft.Resources/resourceGroups",
      location: "westeurope",
      properties: { provisioningState: "Succeeded" },
    });
  });

  it("refuses a resource in a group that is not there, another subscription, and a body without location", async () => {
    const { putGroup, putVault, send } = inMemory();
    assert.equal(await refusal(putVault(), 404, "ResourceGroupNotFound"), "Resource group 'rg' could not be found.");
    await putGroup();
    await refusal(send("GET", groupId.replace(subscriptionId, "other"), "2024-03-01"), 404, "SubscriptionNotFound");
    await refusal(send("PUT", vaultId, "2024-11-01", { properties: {} }), 400, "LocationRequired");
  });

  it("refuses an API version that is missing, malformed or unknown, naming those that there are", async () => {
    const { send } = inMemory();
    await refusal(send("GET", vaultId, null), 400, "MissingApiVersionParameter");
    await refusal(send("GET", vaultId, "latest"), 400, "InvalidApiVersionParameter");
    const message = await refusal(send("GET", vaultId, "2015-06-01"), 400, "NoRegisteredProviderFound");
    assert.match(message, /'2015-06-01' for type 'Microsoft.KeyVault\/vaults'.*'2024-11-01'/);
  });

  it("refuses a resource type that it does not know, by name", async () => {
    const { send } = inMemory();
    const id = `${groupId}/providers/Microsoft.Storage/storageAccounts/a`;
    const message = await refusal(send("GET", id, "2024-01-01"), 404, "InvalidResourceType");
    assert.match(message, /^The emulator does not support the resource type 'Microsoft.Storage\/storageAccounts'\./);
  });

  it("refuses a method, a query parameter and an ID that it does not know", async () => {
    const { manager, putGroup, putWorkflow, send } = inMemory();
    await putGroup();
    await putWorkflow();
    await refusal(send("PATCH", groupId, "2024-03-01", {}), 405, "MethodNotAllowed");
    await refusal(send("GET", `/subscriptions/${subscriptionId}/nothing`, "2024-03-01"), 404, "InvalidResourceId");
    const query = new URLSearchParams({ $orderby: "startTime" });
    const request = { method: "GET", path: `${workflowId}/runs`, apiVersion: "2019-05-01", query };
    assert.match(await refusal(manager.handle(request), 501, "ParameterNotServed"), /'\$orderby'/);
  });

  it("deletes a group with all that is in it, soft-deleting vaults and ending workflows", async () => {
    const { keptWorkflows, principals, putGroup, putVault, putWorkflow, send, store } = inMemory();
    await putGroup();
    await putVault();
    const { identity } = await putWorkflow();
    assert.equal(keptWorkflows.workflows.size, 1);
    await send("DELETE", groupId, "2024-03-01");
    assert.deepEqual(store.all(), []);
    assert.equal(keptWorkflows.workflows.size, 0);
    assert.equal(principals.typeOf(identity.principalId), undefined);
    await putGroup();
    const message = await refusal(putVault(), 409, "ConflictError");
    assert.match(message, /already exists in deleted state\. You need to either recover or purge/);
  });

  it("tells a trigger's callback URL, and which trigger there is not", async () => {
    const { putGroup, putWorkflow, send } = inMemory();
    await putGroup();
    const { properties } = await putWorkflow();
    assert.equal(properties.accessEndpoint, `https://prod-00.westeurope.logic.azure.com${workflowId}`);
    const trigger = `${workflowId}/triggers/manual/listCallbackUrl`;
    const answer = (await send("POST", trigger, "2019-05-01")) as { queries: Record<string, string> };
    assert.equal(answer.queries["api-version"], "2016-10-01");
    const message = await refusal(
      send("POST", trigger.replace("manual", "daily"), "2019-05-01"),
      404,
      "WorkflowTriggerNotFound",
    );
    assert.equal(message, "The workflow 'relay' has no trigger 'daily'.");
  });

  it("tells no callback URL of a trigger that is not called", async () => {
    const { putGroup, putWorkflow, send } = inMemory();
    await putGroup();
    const { properties } = await putWorkflow({
      properties: { definition: { triggers: { daily: { type: "Recurrence" } } } },
    });
    assert.equal(properties.accessEndpoint, undefined);
    const trigger = `${workflowId}/triggers/daily/listCallbackUrl`;
    await refusal(send("POST", trigger, "2019-05-01"), 400, "BadRequest");
  });
});
