import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";

/** Credential of the environment: a pipeline's variables (secret or OpenID Connect), or the Azure CLI's login. */
export function environmentCredential(): TokenCredential {
  return new DefaultAzureCredential();
}
