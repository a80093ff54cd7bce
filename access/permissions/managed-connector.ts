import type { SecretOperation } from "../../azure";
import { secretOperations } from "../../azure";
import { asObject } from "../../definition";
import type { ParameterValues } from "./fold-template";
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
 * @returns undefined for another connector, or one that authenticates otherwise
 */
export function readManagedConnector(
  action: string,
  { connection, method, path, secretNames }: ConnectorCall,
  parameters: ParameterValues,
): readonly VaultRequirement[] | undefined {
  const connections = Object.entries(asObject(parameters.get("$connections")));
  const { id, connectionProperties } = asObject(
    connections.find(([key]) => key.toLowerCase() === connection.toLowerCase())?.[1],
  );
  const { type, identity } = asObject(asObject(connectionProperties).authentication);
  if (typeof type !== "string" || type.toLowerCase() !== "managedserviceidentity") return undefined;
  if (typeof id === "string" && !/\/managedApis\/keyvault$/i.test(id)) return undefined;
  const found = method === "GET" ? operations.find((each) => each.path.test(path)) : undefined;
  if (found === undefined) return typeof id === "string" ? [] : undefined;
  return [
    {
      action,
      operation: found.operation,
      vault: { connection },
      ...(secretNames === undefined ? {} : { secretNames }),
      ...(identity === undefined ? {} : { identity }),
    },
  ];
}
