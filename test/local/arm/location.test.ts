import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { refusal } from "./refusal";
import { groupId, inMemory, tenantId, vaultId, workflowId } from "./resource-manager-in-memory";
import { logRuleProperties } from "../monitor/runs";

const web = `${groupId}/providers/Microsoft.Web`;
const connectorId = `${web}/customApis/set-secret`;
const workspaceId = `${groupId}/providers/Microsoft.OperationalInsights/workspaces/logs`;
const connector = { swagger: { swagger: "2.0" }, backendService: { serviceUrl: "https://relay.example" } };
const actionGroup = { enabled: true, groupShortName: "team", emailReceivers: [] };
const vault = { tenantId, sku: { family: "A", name: "standard" } };

/** Of each type that has a region: id, API version, and properties that a PUT accepts. */
const resources: readonly (readonly [id: string, apiVersion: string, properties?: object])[] = [
  [vaultId, "2024-11-01", vault],
  [workflowId, "2019-05-01", { definition: { triggers: { manual: { type: "Request" } }, actions: {} } }],
  [connectorId, "2016-06-01", connector],
  [`${web}/connections/set-secret`, "2016-06-01", { api: { id: connectorId } }],
  [`${groupId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/relay`, "2023-01-31"],
  [`${groupId}/providers/Microsoft.Insights/actionGroups/team`, "2024-10-01-preview", actionGroup],
  [
    `${groupId}/providers/Microsoft.Insights/scheduledQueryRules/error-code`,
    "2025-01-01-preview",
    logRuleProperties({ scopes: [workspaceId] }),
  ],
];

describe("The location of a resource that exists", () => {
  let azure: ReturnType<typeof inMemory>;
  const put = (id: string, apiVersion: string, location: string, properties?: object): Promise<unknown> =>
    azure.send("PUT", id, apiVersion, { location, ...(properties === undefined ? {} : { properties }) });

  beforeEach(async () => {
    azure = inMemory();
    await azure.putGroup();
    const type = "Microsoft.OperationalInsights/workspaces";
    azure.store.put({ id: workspaceId, type, name: "logs", apiVersion: "", body: {}, answer: {} });
    await put(connectorId, "2016-06-01", "westeurope", connector);
  });

  for (const [id, apiVersion, properties] of resources) {
    const [type = "", name = ""] = id.split("/").slice(-2);
    it(`of ${type} is kept by a PUT that writes it otherwise, and another one is rejected`, async () => {
      await put(id, apiVersion, "westeurope", properties);
      await put(id, apiVersion, "West Europe", properties);
      const before = await azure.send("GET", id, apiVersion);
      assert.equal(
        await refusal(put(id, apiVersion, "North Europe", properties), 409, "InvalidResourceLocation"),
        `The resource '${name}' already exists in location 'westeurope' in resource group 'rg'. ` +
          "A resource with the same name cannot be created in location 'northeurope'. Please select a new resource name.",
      );
      assert.deepEqual(await azure.send("GET", id, apiVersion), before);
    });
  }

  it("of a resource group is kept, too", async () => {
    assert.equal(
      await refusal(put(groupId, "2024-03-01", "northeurope"), 409, "InvalidResourceGroupLocation"),
      "Invalid resource group location 'northeurope'. The Resource group already exists in location 'westeurope'.",
    );
  });

  it("may be another one once the resource is deleted", async () => {
    await azure.send("DELETE", connectorId, "2016-06-01");
    await put(connectorId, "2016-06-01", "northeurope", connector);
  });
});
