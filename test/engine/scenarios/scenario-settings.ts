import { leastRefreshToken, leastToken } from "../../stack-configuration";
import { subscriptionId } from "../engine-stack";

/** A token by client credentials. */
export const crmToken = { ...leastToken, instanceUrl: "tag" };

const { clientId, ...erpCredentials } = leastRefreshToken;

/** A token by refresh token, which a group may refresh, and whose client ID (such as `erp-client`) is in the vault. */
export const erpToken = {
  ...erpCredentials,
  clientIdSecretName: `${clientId}-id`,
  introspectionUrl: "https://auth.example.org/introspect",
  intervalMinutes: 5,
  assumedLifetimeMinutes: 30,
  marginMinutes: 5,
  writePath: "http",
  skipWhileFresh: true,
  disableSupersededVersions: true,
  refreshOperators: [{ principalId: "44444444-4444-4444-4444-444444444444", principalType: "Group" }],
};

const subscription = `/subscriptions/${subscriptionId}`;
const shared = `${subscription}/resourceGroups/rg-shared/providers`;

/** ID of a custom role whose GUID repeats one digit. */
export function roleId(digit: number): string {
  const name = subscriptionId.replaceAll("0", String(digit));
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${name}`;
}

/** Resources that exist before the stack does. */
export const existing = {
  resourceGroupId: `${subscription}/resourceGroups/rg-existing`,
  vaultId: `${subscription}/resourceGroups/rg-vault/providers/Microsoft.KeyVault/vaults/kv-existing`,
  actionGroupId: `${shared}/Microsoft.Insights/actionGroups/on-call`,
  workspaceId: (name: string) => `${shared}/Microsoft.OperationalInsights/workspaces/${name}`,
};
