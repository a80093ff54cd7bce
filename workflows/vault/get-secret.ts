import { vaultRequest, type AzureCaller, type VaultRequest } from "../../access";
import { secretOperations } from "../../azure";
import type { HttpAction } from "../../definition";
import { vaultRetries } from "./vault-retries";

/**
 * Reads the current version of a secret.
 *
 * @param retries retries and time limits; @default those of an action that may take minutes
 */
export function getSecret(
  secretName: string,
  { identity, cloud }: AzureCaller,
  retries: Pick<VaultRequest, "retryPolicy" | "requestTimeout" | "timeout"> = vaultRetries,
): HttpAction {
  return vaultRequest({
    description: `Reads the current version of the secret ${secretName}. Run history does not show it.`,
    operation: secretOperations.GetSecret,
    secretName,
    identity,
    cloud,
    runAfter: {},
    ...retries,
  });
}

/** Expression of the value that a {@link getSecret} action read. */
export function secretValue(action: string): string {
  return `body('${action}')['value']`;
}
