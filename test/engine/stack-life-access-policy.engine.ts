import type { ArmResource } from "../../emulator/resource-manager";
import { asList, asObject } from "../../definition/json";
import { describeStackLife } from "./stack-life";

const isGrant = ({ type, body }: ArmResource): boolean =>
  type === "Microsoft.KeyVault/vaults/accessPolicies" && JSON.stringify(body).includes('"get"');

const grant = "azure-native:keyvault:AccessPolicy refresh-crm-token";

describeStackLife({
  authorizationModel: "accessPolicy",
  identity: "user",
  writePath: "connector",
  previewOfChangedRefresh: [
    "update azure-native:logic:Workflow refresh-crm-token",
    "update azure-native:monitor:MetricAlert refresh-crm-token-silent",
  ],
  secondToken: [
    "azure-native:keyvault:AccessPolicy refresh-second-token",
    "azure-native:logic:Workflow refresh-second-token",
    "azure-native:managedidentity:UserAssignedIdentity refresh-second-token",
    "azure-native:monitor:MetricAlert refresh-second-token-failed",
    "azure-native:monitor:MetricAlert refresh-second-token-silent",
  ],
  grant,
  isGrant,
  widenedResource: grant,
  widened: (policy) => {
    if (!isGrant(policy)) return undefined;
    const accessPolicies = asList(asObject(policy.body.properties).accessPolicies).map((entry) => ({
      ...asObject(entry),
      permissions: { secrets: ["get", "list"] },
    }));
    return { ...policy, body: { properties: { accessPolicies } } };
  },
});
