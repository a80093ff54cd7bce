import { asList, asObject, asString } from "../../../definition/json";
import { leastToken } from "../../stack-configuration";
import { each, expectedResources } from "../expected-resources";
import { azureNative } from "../scenarios/lines/step-lines";
import { changeBody, deleteResource, type Drift, type DriftScenario } from "./drift";
import { disabled, refresh, relay } from "./workflow-drifts";

const settings = { authorizationModel: "accessPolicy", tokens: [leastToken] };
const refreshPolicy = "keyvault:AccessPolicy refresh-crm-token";
const everything = expectedResources({
  authorizationModel: "accessPolicy",
  identity: "system",
  writePath: "connector",
}).map((resource) => resource.slice(azureNative.length));
const foreignPrincipal = "77777777-7777-7777-7777-777777777777";

const policy: Drift = {
  change: "access policy of the refresh Logic App deleted",
  resource: refreshPolicy,
  apply: deleteResource,
  commands: [
    ["preview", []],
    ["up", []],
    ["up --refresh", [`create ${refreshPolicy}`]],
  ],
  inferredFrom: "azure-native's read of an access policy that is gone says so, and a refresh drops it",
};

const widenedPolicy: Drift = {
  change: "permission added to the access policy of the refresh Logic App",
  resource: refreshPolicy,
  apply: changeBody((body) => ({
    properties: {
      accessPolicies: asList(asObject(body.properties).accessPolicies).map((entry) => ({
        ...asObject(entry),
        permissions: { secrets: ["get", "list"] },
      })),
    },
  })),
  commands: [
    ["up", []],
    ["refresh", [`update ${refreshPolicy}: policy`]],
    ["up", [`update ${refreshPolicy}: policy`]],
  ],
  inferredFrom: "a refresh takes over what differs in Azure, and the next `up` puts the program's inputs there",
};

const foreignPolicy: Drift = {
  change: "access policy of another principal added",
  resource: "keyvault:Vault secrets",
  apply: (arm, id) => {
    const vault = asObject(arm.state("Microsoft.KeyVault/vaults").find((known) => known.id === id)?.answer);
    arm.addPrincipal(foreignPrincipal);
    const entry = {
      tenantId: asString(asObject(vault.properties).tenantId),
      objectId: foreignPrincipal,
      permissions: { secrets: ["list"] },
    };
    return arm.put({
      id: `${id}/accessPolicy/${foreignPrincipal}`,
      type: "Microsoft.KeyVault/vaults/accessPolicies",
      name: foreignPrincipal,
      apiVersion: "2024-11-01",
      body: { properties: { accessPolicies: [entry] } },
    });
  },
  commands: [["up --refresh", []]],
  inferredFrom: "the program leaves the vault's list to others, and azure-native compares no such list",
};

const vault: Drift = {
  change: "vault deleted",
  resource: "keyvault:Vault secrets",
  apply: deleteResource,
  commands: [
    ["preview", []],
    [
      "up --refresh",
      [
        "create keyvault:AccessPolicy refresh-crm-token",
        "create keyvault:AccessPolicy set-secret-relay",
        "create keyvault:Vault secrets",
        "update logic:Workflow refresh-crm-token: parameters",
        "update logic:Workflow set-secret-relay: parameters",
      ],
    ],
  ],
  inferredFrom: "a refresh drops the vault with its policies; the new vault has another generated name",
};

const group: Drift = {
  change: "resource group deleted",
  resource: "resources:ResourceGroup keyvault-secrets",
  apply: deleteResource,
  commands: [
    ["refresh", each("delete", everything)],
    ["up", each("create", everything)],
  ],
  inferredFrom: "a refresh drops all that is gone",
};

/** A stack of the model accessPolicy, which a refresh and `up` restore each time. */
export const accessPolicyDrifts: DriftScenario = {
  name: "accessPolicy",
  settings,
  drifts: {
    policy,
    widenedPolicy,
    foreignPolicy,
    relay: relay("accessPolicy"),
    refresh: refresh("accessPolicy"),
    disabled,
    vault,
    group,
  },
};
