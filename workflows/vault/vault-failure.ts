import { choose } from "../../definition/building";

/** Codes with which a run can end because of its vault or the connector's relay; docs/troubleshooting.md explains each. */
export const vaultFailureCodes = [
  "VaultForbidden",
  "VaultFirewall",
  "VaultThrottled",
  "VaultConflict",
  "VaultRefused",
  "VaultUnavailable",
  "SecretNameNotAllowed",
  "RelayRefused",
] as const;

/**
 * Expression of the code for a failed call of the vault: by status, and by Key Vault's own error code where one status
 * has several causes.
 *
 * @param call.notFound code for status 404. @default VaultUnavailable: the vault itself was not found
 * @param call.byConnector the call goes through the relay, which also rejects requests itself. @default false
 */
export function vaultFailure(
  action: string,
  call: { readonly notFound?: string; readonly byConnector?: boolean } = {},
): string {
  const { notFound = known("VaultUnavailable"), byConnector = false } = call;
  const status = `outputs('${action}')?['statusCode']`;
  const hasStatus = (code: number): string => `equals(${status}, ${code})`;
  // Searched in the text: reading a property of a response that is not an object would be an error.
  const mentions = (code: string): string => `contains(string(coalesce(body('${action}'), '')), '"${code}')`;
  const cases: readonly (readonly [condition: string, code: string])[] = [
    [hasStatus(400), known("VaultRefused")],
    ...(byConnector
      ? ([
          [`and(${hasStatus(401)}, ${mentions("DirectApi")})`, known("RelayRefused")],
          [`and(${hasStatus(403)}, ${mentions("SecretNameNotAllowed")})`, known("SecretNameNotAllowed")],
        ] as const)
      : []),
    [`and(${hasStatus(403)}, ${mentions("ForbiddenByFirewall")})`, known("VaultFirewall")],
    [`or(${hasStatus(401)}, ${hasStatus(403)})`, known("VaultForbidden")],
    [hasStatus(404), notFound],
    [hasStatus(409), known("VaultConflict")],
    [hasStatus(429), known("VaultThrottled")],
  ];
  return choose(
    cases.map(([condition, code]) => [condition, `'${code}'`]),
    `'${known("VaultUnavailable")}'`,
  );
}

/** A code of the list: the compiler refuses any other. */
function known(code: (typeof vaultFailureCodes)[number]): string {
  return code;
}
