import { stackFields } from "./stack-fields";
import { tokenFields } from "./token-fields";

/** Keys that every component has: like the stack's, but of what exists already. */
const placeFields = {
  resourceGroupName: stackFields.resourceGroupName.unwrap().meta({
    description: "Name of the resource group to create the resources in.",
  }),
  location: stackFields.location.unwrap().optional().meta({
    description: "Azure location of the resources.",
    defaultShown: "that of the resource group",
  }),
  vaultId: stackFields.vaultId.unwrap().meta({ description: "Resource ID of the key vault." }),
  cloud: stackFields.cloud.meta({
    description: "Azure cloud that the vault is in, which azure-native must deploy to.",
    defaultShown: "public",
  }),
  authorizationModel: stackFields.authorizationModel.unwrap().meta({
    description:
      "How the vault authorizes requests: Azure RBAC or access policies. With access policies, components of one vault must wait for one another, by dependsOn.",
  }),
  grantScope: stackFields.grantScope,
  existingRoleIds: stackFields.existingRoleIds.unwrap().omit({ receive: true }).optional().meta({
    description:
      "IDs of existing role definitions, by the operations on secrets that they allow: get, set, or get,set; with disableSupersededVersions also get,set,update. Only with rbac.",
    defaultShown: "custom roles are created where none is set",
  }),
  identity: stackFields.identity,
  tags: stackFields.tags,
  runHistoryIpRanges: stackFields.runHistoryIpRanges,
};

/** The arguments of the component `SetSecretConnector`. */
export const connectorArgumentFields = {
  ...placeFields,
  allowedSecretNames: stackFields.allowedSecretNames.unwrap().min(1).meta({
    description: "Secrets that Logic Apps may write through the connector, at least one.",
  }),
  allowedCallerIpRanges: stackFields.allowedCallerIpRanges,
};

const { refreshOperators: _, writePath: __, ...ownTokenFields } = tokenFields;

/** The arguments of the component `TokenRefresh` that are a token's. Its token is always written by `http`. */
export const tokenArgumentFields = ownTokenFields;

/** The arguments of the component `TokenRefresh` that are a stack's. */
export const refreshPlaceFields = {
  ...placeFields,
  alerts: stackFields.alerts,
  alertEmails: stackFields.alertEmails,
  actionGroupId: stackFields.actionGroupId,
  logAnalyticsWorkspaceId: stackFields.logAnalyticsWorkspaceId,
};

/** The arguments of the component `TokenRefresh`. */
export const refreshArgumentFields = { ...refreshPlaceFields, ...tokenArgumentFields };
