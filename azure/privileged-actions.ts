import { permitsAction, type RolePermissions } from "./role-permissions";

/**
 * Actions of Azure Resource Manager with which their holder can give itself, or its callers, more rights: they
 * grant rights, change what holds them, or deploy. A workload that uses secrets or messages needs none.
 *
 * https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */
const privilegedActions: readonly string[] = [
  "Microsoft.Authorization/roleAssignments/write",
  "Microsoft.Authorization/roleDefinitions/write",
  "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
  "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
  "Microsoft.Authorization/elevateAccess/action",
  "Microsoft.KeyVault/vaults/write",
  "Microsoft.KeyVault/vaults/accessPolicies/write",
  // Resource Manager writes secrets past every data-plane permission and name list.
  "Microsoft.KeyVault/vaults/secrets/write",
  "Microsoft.KeyVault/vaults/deploy/action",
  "Microsoft.KeyVault/vaults/delete",
  "Microsoft.Logic/workflows/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/write",
  "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
  "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
  "Microsoft.Resources/deployments/write",
  "Microsoft.Resources/deploymentScripts/write",
  "Microsoft.Automation/automationAccounts/write",
  "Microsoft.Automation/automationAccounts/runbooks/write",
  // A key of Service Bus grants its own rights, regardless of the data actions of a role.
  "Microsoft.ServiceBus/namespaces/write",
  "Microsoft.ServiceBus/namespaces/authorizationRules/write",
  "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action",
  "Microsoft.ServiceBus/namespaces/authorizationRules/regenerateKeys/action",
  "Microsoft.ServiceBus/namespaces/queues/authorizationRules/write",
  "Microsoft.ServiceBus/namespaces/queues/authorizationRules/listKeys/action",
  "Microsoft.ServiceBus/namespaces/queues/authorizationRules/regenerateKeys/action",
  "Microsoft.ServiceBus/namespaces/topics/authorizationRules/write",
  "Microsoft.ServiceBus/namespaces/topics/authorizationRules/listKeys/action",
  "Microsoft.ServiceBus/namespaces/topics/authorizationRules/regenerateKeys/action",
  "Microsoft.Web/connections/write",
  "Microsoft.Web/customApis/write",
  "Microsoft.Web/sites/write",
  "Microsoft.Web/sites/config/write",
];

/** Lists the privileged actions that a role permits. `notActions` count only where they take the whole action away. */
export function findPrivilegedActions(permissions: readonly RolePermissions[]): readonly string[] {
  return privilegedActions.filter((action) => permitsAction(permissions, action));
}

/** Actions that nearly every built-in role has besides its own, and that change nothing by themselves. */
const customary = /^microsoft\.(?:insights\/alertrules|support|resources\/deployments)\/\*$/i;

/** Decides whether a role permits anything of its own but reading in Azure Resource Manager. */
export function permitsChanges(permissions: readonly RolePermissions[]): boolean {
  return permissions.some(({ actions = [] }) =>
    actions.some((action) => !/\/read$/i.test(action) && !customary.test(action)),
  );
}
