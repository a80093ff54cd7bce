import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";

const stack = new pulumi.StackReference("organization/logicapp-keyvault-secrets/prod");
const app = { name: "logic-standard", principalId: "OBJECT_ID", tenantId: "TENANT_ID" };
const place = { resourceGroupName: "rg-token-refresh", location: "westeurope", apiVersion: "2016-06-01" };

const connection = new resources.Resource("set-secret-standard", {
  ...place,
  resourceProviderNamespace: "Microsoft.Web",
  parentResourcePath: "",
  resourceType: "connections",
  resourceName: "set-secret-standard",
  kind: "V2",
  properties: {
    api: { id: stack.requireOutput("connectorId") },
    displayName: "Key Vault secrets",
    parameterValues: { api_key: stack.requireOutput("relayKey") },
  },
});

export const accessPolicy = new resources.Resource(
  "set-secret-standard-access",
  {
    ...place,
    resourceProviderNamespace: "Microsoft.Web",
    parentResourcePath: "connections/set-secret-standard",
    resourceType: "accessPolicies",
    resourceName: `${app.name}-${app.principalId}`,
    properties: {
      principal: { type: "ActiveDirectory", identity: { objectId: app.principalId, tenantId: app.tenantId } },
    },
  },
  { dependsOn: [connection] },
).id;
