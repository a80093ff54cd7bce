import type { SecretOperation } from "../../azure";
import { secretOperations } from "../../azure";
import type { IdentityConnection } from "./identity-connection";
import type { ConnectorCall, VaultRequirement } from "./requirements";

/** Operations on secrets of the managed Key Vault connector. https://learn.microsoft.com/connectors/keyvault/ */
const operations: readonly { readonly path: RegExp; readonly operation: SecretOperation }[] = [
  { path: /^\/secrets\/?$/i, operation: secretOperations.GetSecrets },
  { path: /^\/secrets\/[^/]+\/versions\/?$/i, operation: secretOperations.GetSecretVersions },
  { path: /^\/secrets\/[^/]+(?:\/versions)?(?:\/[^/]+)?\/value\/?$/i, operation: secretOperations.GetSecret },
  { path: /^\/secrets\/[^/]+(?:\/[^/]+)?\/metadata\/?$/i, operation: secretOperations.GetSecretVersions },
];

/**
 * Derives what a call through the managed Key Vault connector needs where the connection authenticates with the
 * workflow's own identity.
 *
 * @returns undefined for another connector
 */
export function readKeyVaultConnector(
  { action, connection, method, path, secretNames }: ConnectorCall,
  { api, ...by }: IdentityConnection,
): readonly VaultRequirement[] | undefined {
  if (api !== undefined && !/\/managedApis\/keyvault$/i.test(api)) return undefined;
  const found = method === "GET" ? operations.find((each) => each.path.test(path)) : undefined;
  if (found === undefined) return api === undefined ? undefined : [];
  return [
    {
      action,
      operation: found.operation,
      vault: { connection },
      ...(secretNames === undefined ? {} : { secretNames }),
      ...by,
    },
  ];
}
