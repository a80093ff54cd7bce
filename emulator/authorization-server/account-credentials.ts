import type { Provider } from "oidc-provider";
import { asString } from "../../definition/json";
import type { RegisteredClient } from "./oauth-client";

/**
 * Registers Zoom's grant for server-to-server apps: as client credentials, for the account that the client belongs to.
 * https://developers.zoom.us/docs/internal-apps/s2s-oauth/
 */
export function registerAccountCredentials(provider: Provider, clients: readonly RegisteredClient[]): void {
  provider.registerGrantType(
    "account_credentials",
    async (context) => {
      const { client, params } = context.oidc;
      const registered = clients.find(({ clientId }) => clientId === client.clientId);
      if (registered?.accountId === undefined || asString(params["account_id"]) !== registered.accountId) {
        context.status = 400;
        context.body = { error: "invalid_request", error_description: "Invalid account_id" };
        return;
      }
      const token = new provider.ClientCredentials({ client, scope: client.scope });
      const accessToken = await token.save();
      context.body = {
        access_token: accessToken,
        token_type: "bearer",
        expires_in: token.expiration,
        scope: client.scope,
      };
    },
    ["account_id"],
    ["account_id"],
  );
}
