import { defaultApiVersion } from "../../../azure";
import { asObject, asString } from "../../../definition/json";
import { resourceGroupId, type ArmCall, type ResourceType } from "../azure-native-type";
import { accessPolicyEntry } from "../vault/azure-native";

const apiVersion = defaultApiVersion("Microsoft.KeyVault/vaults");

/** `keyvault.AccessPolicy`, which Azure does not have: azure-native writes one entry of a vault's list. */
export const accessPolicy: ResourceType = {
  token: "azure-native:keyvault:AccessPolicy",
  apiVersion,
  required: ["policy", "resourceGroupName", "vaultName"],
  inputs: { policy: accessPolicyEntry, resourceGroupName: "scalar", vaultName: "scalar" },
  located: false,
  defaults: (inputs) => inputs,
  id: (inputs, context) => {
    const vault = `Microsoft.KeyVault/vaults/${asString(inputs.vaultName)}`;
    const objectId = asString(asObject(inputs.policy).objectId);
    return `${resourceGroupId(inputs, context)}/providers/${vault}/accessPolicy/${objectId}`;
  },
  read: (id) => ({ method: "GET", path: vaultIdOf(id), apiVersion }),
  readsBeforeUpdate: () => true,
  write: (inputs, id) => change("replace", id, inputs.policy),
  remove: (inputs, id) => change("remove", id, inputs.policy),
  outputs: (answer, inputs) => {
    const policies = asObject(answer.properties).accessPolicies;
    const objectId = asString(asObject(inputs.policy).objectId).toLowerCase();
    const policy = (Array.isArray(policies) ? policies : [])
      .map(asObject)
      .find((entry) => asString(entry.objectId).toLowerCase() === objectId);
    if (policy === undefined) return undefined;
    return { policy, resourceGroupName: inputs.resourceGroupName, vaultName: inputs.vaultName };
  },
  // azure-native has no description of the answer, so every output is unknown at preview.
  response: {},
  replaceOnChanges: ["resourceGroupName", "vaultName", "policy.objectId"],
  ownedByOthers: [],
  whenMissing: "drop",
};

function vaultIdOf(id: string): string {
  return id.slice(0, id.lastIndexOf("/accessPolicy/"));
}

function change(operation: "replace" | "remove", id: string, policy: unknown): ArmCall {
  const path = `${vaultIdOf(id)}/accessPolicies/${operation}`;
  // azure-native always sends an application's id, empty where there is none:
  // https://github.com/pulumi/pulumi-azure-native/blob/master/provider/pkg/resources/customresources/custom_keyvault_accesspolicy.go
  const entry = { applicationId: "", ...asObject(policy) };
  return { method: "PUT", path, apiVersion, body: { properties: { accessPolicies: [entry] } } };
}
