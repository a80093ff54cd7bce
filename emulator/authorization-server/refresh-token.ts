import type { Provider } from "oidc-provider";
import { defaultScope } from "./oauth-client";

const accountId = "integration-user";

/** Issues a refresh token for a client, with the scopes that it may have. */
export async function issueRefreshToken(provider: Provider, clientId: string): Promise<string> {
  const client = await provider.Client.find(clientId);
  if (client === undefined) {
    throw new Error(`No OAuth client ${clientId} is registered at ${provider.issuer}: name one that is.`);
  }
  const scope = client.scope ?? defaultScope;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  const token = new provider.RefreshToken({ client, accountId, grantId, scope, gty: "authorization_code" });
  return token.save();
}
