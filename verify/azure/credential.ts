import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import type { Cloud } from "../../azure";

/** Credential of the environment: a pipeline's variables (secret or OpenID Connect), or the Azure CLI's login. */
export function environmentCredential({ loginHost }: Cloud): TokenCredential {
  return new DefaultAzureCredential({ authorityHost: `https://${loginHost}` });
}
