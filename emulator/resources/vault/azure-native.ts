import { asObject } from "../../../definition/json";
import { byDefault } from "../../provenance";
import { azureNativeBehaviours } from "../azure-native-behaviours";
import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Properties, type Shape } from "../shape";

/** An entry of a vault's `accessPolicies`. */
export const accessPolicyEntry: Shape = {
  properties: {
    applicationId: "scalar",
    objectId: "scalar",
    permissions: {
      properties: {
        certificates: { itemsOf: "scalar" },
        keys: { itemsOf: "scalar" },
        secrets: { itemsOf: "scalar" },
        storage: { itemsOf: "scalar" },
      },
    },
    tenantId: "scalar",
  },
};

const networkAcls: Shape = {
  properties: {
    bypass: "scalar",
    defaultAction: "scalar",
    ipRules: { itemsOf: { properties: { value: "scalar" } } },
    virtualNetworkRules: {
      itemsOf: { properties: { id: "scalar", ignoreMissingVnetServiceEndpoint: "scalar" } },
    },
  },
};

const properties: Properties = {
  accessPolicies: { itemsOf: accessPolicyEntry },
  enablePurgeProtection: "scalar",
  enableRbacAuthorization: "scalar",
  enableSoftDelete: "scalar",
  enabledForDeployment: "scalar",
  enabledForDiskEncryption: "scalar",
  enabledForTemplateDeployment: "scalar",
  networkAcls,
  publicNetworkAccess: "scalar",
  sku: { properties: { family: "scalar", name: "scalar" } },
  softDeleteRetentionInDays: "scalar",
  tenantId: "scalar",
};

/** `keyvault.Vault`. */
export const vault = armResource({
  token: "azure-native:keyvault:Vault",
  armType: "Microsoft.KeyVault/vaults",
  name: { property: "vaultName", generated: "hexadecimal", pattern: /^[a-zA-Z0-9-]{3,24}$/ },
  pathInputs: ["resourceGroupName", "vaultName"],
  required: ["properties", "resourceGroupName"],
  top: { location: "scalar", properties: { properties: { ...properties, createMode: "scalar" } }, tags },
  id: idInResourceGroup("Microsoft.KeyVault/vaults", "vaultName"),
  defaults: (inputs) => ({
    ...inputs,
    properties: { ...byDefault(azureNativeBehaviours.vaultDefaults), ...asObject(inputs.properties) },
  }),
  // Access policies that the program does not set are sent unchanged, so that an update removes none.
  body: (body, live) => {
    const accessPolicies = asObject(live?.properties).accessPolicies ?? [];
    return { ...body, properties: { accessPolicies, ...asObject(body.properties) } };
  },
  response: {
    properties: {
      properties: {
        ...properties,
        hsmPoolResourceId: "scalar",
        privateEndpointConnections: "untyped",
        provisioningState: "scalar",
        vaultUri: "scalar",
      },
    },
    systemData: "untyped",
  },
  ownedByOthers: ["properties.accessPolicies"],
});
