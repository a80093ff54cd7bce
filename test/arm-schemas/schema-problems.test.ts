import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as logic from "@pulumi/azure-native/logic";
import * as managedidentity from "@pulumi/azure-native/managedidentity";
import * as resources from "@pulumi/azure-native/resources";
import * as servicebus from "@pulumi/azure-native/servicebus";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { apiVersions } from "../../azure";
import { createAlertRules, WorkflowAlerts, WorkflowLogs } from "../../alerts";
import { deploy } from "../../local/deployment";
import { tenantId } from "../emulator/resource-manager/resource-manager-in-memory";
import { inMemoryAzure } from "../local/deployment/in-memory-azure";
import { schemaProblems, typeOfPath } from "./schema-problems";

const workspaceId =
  "/subscriptions/s/resourceGroups/shared/providers/Microsoft.OperationalInsights/workspaces/shared-logs";

/** One resource of each type. */
function program(): Promise<Record<string, unknown>> {
  const tags = { owner: "test" };
  const resourceGroupName = new resources.ResourceGroup("group", { tags }).name;
  const sku = { family: "A", name: "standard" } as const;
  const properties = { tenantId, sku, enableRbacAuthorization: false, enablePurgeProtection: true };
  const vault = new keyvault.Vault("vault", { resourceGroupName, tags, properties });
  const identity = new managedidentity.UserAssignedIdentity("identity", { resourceGroupName, tags });
  const { principalId } = identity;
  const policy = { objectId: principalId, tenantId, permissions: { secrets: ["get"] } };
  new keyvault.AccessPolicy("policy", { resourceGroupName, vaultName: vault.name, policy });
  const role = new authorization.RoleDefinition("role", {
    scope: vault.id,
    assignableScopes: [vault.id],
    roleName: "Set secret",
    roleType: "CustomRole",
    permissions: [{ dataActions: ["Microsoft.KeyVault/vaults/secrets/setSecret/action"] }],
  });
  const grant = { scope: vault.id, principalId, principalType: "ServicePrincipal", roleDefinitionId: role.id };
  new authorization.RoleAssignment("grant", grant);
  const definition = { triggers: {}, actions: {}, parameters: { $connections: { type: "Object" } } };
  const workflow = new logic.Workflow("workflow", {
    resourceGroupName,
    tags,
    definition,
    identity: { type: "UserAssigned", userAssignedIdentities: [identity.id] },
    parameters: { $connections: { value: {} } },
    accessControl: { triggers: { allowedCallerIpAddresses: [{ addressRange: "10.0.0.0/8" }] } },
  });
  const api = new web.CustomApi("api", {
    resourceGroupName,
    tags,
    properties: {
      displayName: "Key Vault secrets",
      swagger: { swagger: "2.0" },
      backendService: { serviceUrl: "https://relay.example" },
      connectionParameters: { api_key: { type: "securestring" } },
    },
  });
  const parameterValues = { api_key: pulumi.secret("planted") };
  const connection = { displayName: "Key Vault", api: { id: api.id }, parameterValues };
  new web.Connection("connection", { resourceGroupName, tags, properties: connection });
  createMessaging(resourceGroupName);
  const alerts = new WorkflowAlerts("alerts", { resourceGroupName, tags, workspaceId, emails: ["team@example.com"] });
  const watched = { activity: "refresh of the token token", intervalMinutes: 60, workflowId: workflow.id };
  createAlertRules("refresh", watched, alerts, { parent: alerts });
  new WorkflowLogs("logs", { workspaceId, workflowIds: { refresh: workflow.id } });
  return Promise.resolve({});
}

function createMessaging(resourceGroupName: pulumi.Input<string>): void {
  const namespace = new servicebus.Namespace("messages", {
    resourceGroupName,
    sku: { name: "Standard", tier: "Standard" },
    disableLocalAuth: true,
  });
  const namespaceName = namespace.name;
  const defaultMessageTimeToLive = "P14D";
  const topic = new servicebus.Topic("topic", { resourceGroupName, namespaceName, defaultMessageTimeToLive });
  const topicName = topic.name;
  const subscription = new servicebus.Subscription("subscription", {
    ...{ resourceGroupName, namespaceName, topicName },
    lockDuration: "PT5M",
    maxDeliveryCount: 20,
    deadLetteringOnMessageExpiration: true,
  });
  const within = { resourceGroupName, namespaceName, topicName, subscriptionName: subscription.name };
  const correlationFilter = { label: "accounts", properties: { source: "etl" } };
  new servicebus.Rule("rule", { ...within, filterType: "CorrelationFilter", correlationFilter });
  new servicebus.DefaultRule("default", { ...within, sqlFilter: { sqlExpression: "1=0" } });
}

const base = "https://management.azure.com/subscriptions/s/resourceGroups/rg/providers";
const vaultRequest = (properties: object, apiVersion = "2024-11-01") => ({
  method: "PUT",
  url: `${base}/Microsoft.KeyVault/vaults/kv-test?api-version=${apiVersion}`,
  body: { location: "westeurope", properties: { tenantId, sku: { family: "A", name: "standard" }, ...properties } },
});

describe("Requests to Azure Resource Manager", () => {
  it("fit the official schemas, for every resource type, but for what azure-native itself sends", async () => {
    const { azure, requests, store } = inMemoryAzure();
    const type = "Microsoft.OperationalInsights/workspaces";
    store.put({ id: workspaceId, type, name: "shared-logs", apiVersion: "", body: {}, answer: {} });
    const configuration = { "azure-native:location": "westeurope" };
    await deploy({ azure, program, project: "project", stack: "stack", configuration });
    const puts = requests.filter(({ method }) => method === "PUT");
    assert.equal(puts.length, 19);
    const types = puts.map(({ url }) => typeOfPath(new URL(url).pathname));
    const missing = Object.keys(apiVersions).filter((type) => !types.includes(type));
    // The path of a resource group has no provider.
    assert.deepEqual(missing, ["Microsoft.Resources/resourceGroups"]);
    // azure-native sends an empty applicationId with every access policy.
    assert.deepEqual(puts.flatMap(schemaProblems), [
      "Microsoft.KeyVault/vaults/accessPolicies /properties/accessPolicies/0/applicationId must match pattern " +
        '"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"',
    ]);
    assert.equal(JSON.stringify(requests).includes("planted"), false);
  });

  it("are found when a property is unknown, missing, or of the wrong kind", () => {
    assert.deepEqual(schemaProblems(vaultRequest({})), []);
    const type = "Microsoft.KeyVault/vaults";
    assert.deepEqual(schemaProblems(vaultRequest({ enableRbac: true })), [
      `${type} /properties must NOT have additional properties: enableRbac`,
    ]);
    assert.deepEqual(schemaProblems(vaultRequest({ sku: undefined })), [
      `${type} /properties must have required property 'sku'`,
    ]);
    assert.deepEqual(schemaProblems(vaultRequest({ softDeleteRetentionInDays: "90" })), [
      `${type} /properties/softDeleteRetentionInDays must be integer`,
    ]);
  });

  it("are found when the API version or the name is not the type's", () => {
    assert.deepEqual(schemaProblems(vaultRequest({}, "2015-06-01")), [
      "Microsoft.KeyVault/vaults /apiVersion must be equal to one of the allowed values",
    ]);
    const url = `${base}/Microsoft.KeyVault/vaults/kv/accessPolicies/merge?api-version=2024-11-01`;
    assert.deepEqual(schemaProblems({ method: "PUT", url, body: { properties: { accessPolicies: [] } } }), [
      "Microsoft.KeyVault/vaults/accessPolicies /name must be equal to one of the allowed values",
    ]);
  });

  it("of a type without a schema are no silent success", () => {
    const url = `${base}/Microsoft.Storage/storageAccounts/a?api-version=2024-01-01`;
    assert.throws(
      () => schemaProblems({ method: "PUT", url }),
      /no schema for the type 'Microsoft.Storage\/storageAccounts'/,
    );
  });
});
