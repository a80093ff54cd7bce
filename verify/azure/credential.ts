import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";

/** Who is logged in: what a pipeline's environment says (secret or OpenID Connect), else the Azure CLI's login. */
export function environmentCredential(): TokenCredential {
  return new DefaultAzureCredential();
}
