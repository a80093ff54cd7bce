import type { HttpAction, RetryPolicy, RunAfter } from "../definition";
import { secured } from "../definition";
import { clouds, type SecretOperation } from "../azure";
import type { AzureCaller } from "./azure-caller";

/**
 * Version of the secrets data plane that the actions name: the one of Microsoft's own client.
 * https://learn.microsoft.com/rest/api/keyvault/secrets/set-secret/set-secret
 */
export const secretsApiVersion = "2025-07-01";

/** Name of the workflow parameter that holds the vault's address, such as `https://name.vault.azure.net`. */
export const vaultUriParameter = "vaultUri";

/** Parameters of an HTTP action on a secret. */
export interface VaultRequest extends AzureCaller {
  /** One sentence, which the designer shows. */
  readonly description: string;
  readonly operation: Pick<SecretOperation, "path"> & { readonly method: HttpAction["inputs"]["method"] };
  /** The secret's name, or an interpolated expression that gives it. */
  readonly secretName: string;
  readonly body?: unknown;
  readonly runAfter: RunAfter;
  readonly retryPolicy: RetryPolicy;
  /** Timeout of each request, an ISO 8601 duration. */
  readonly requestTimeout: string;
  /** Time limit of the action with its retries, an ISO 8601 duration. A shorter one would cut the retries off. */
  readonly timeout: string;
}

/** An HTTP action that calls Key Vault with the workflow's managed identity and shows nothing in run history. */
export function vaultRequest(request: VaultRequest): HttpAction {
  const { description, operation, secretName, body, identity, cloud = "public" } = request;
  const { runAfter, retryPolicy, requestTimeout, timeout } = request;
  const path = operation.path.replace("{secret-name}", secretName);
  return {
    type: "Http",
    description,
    runAfter,
    inputs: {
      method: operation.method,
      uri: `@{parameters('${vaultUriParameter}')}${path}`,
      queries: { "api-version": secretsApiVersion },
      ...(body === undefined ? {} : { body }),
      authentication: {
        type: "ManagedServiceIdentity",
        audience: clouds[cloud].vaultAudience,
        ...(identity === undefined ? {} : { identity }),
      },
      retryPolicy,
    },
    limit: { timeout },
    // Without it, Logic Apps sends x-ms-workflow-* headers that tell the other side about the subscription.
    operationOptions: "SuppressWorkflowHeaders",
    runtimeConfiguration: { ...secured, requestOptions: { timeout: requestTimeout } },
  };
}
