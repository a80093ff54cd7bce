import { randomBytes } from "node:crypto";
import { grantParameters, type Settings, type TokenSettings } from "../../settings";
import type { AuthorizationServer, OAuthClient } from "../../emulator/authorization-server";
import { createAuthorizationServer } from "../../emulator/authorization-server";
import type { Azure } from "../../emulator";
import { addressOf } from "../../emulator/network";
import type { ClientCredentials } from "./local-stack";

/** A token with the client that asks for it. */
interface RegisteredToken {
  readonly token: TokenSettings;
  readonly client: OAuthClient;
}

/**
 * Starts an authorization server for each token endpoint, with a client for each token. Its host decides how it answers;
 * the settings are under test, and decide nothing of that.
 *
 * @returns the servers by token URL, and what puts the clients' credentials into a vault, as its administrator would
 */
export async function registerClients(
  azure: Azure,
  settings: Settings,
): Promise<{
  readonly authorizationServers: ReadonlyMap<string, AuthorizationServer>;
  storeCredentials(this: void, vaultName: string): Promise<ReadonlyMap<string, ClientCredentials>>;
}> {
  const values = new Map<string, string>();
  const registered = settings.tokens.map((token) => register(token, values));
  const authorizationServers = new Map<string, AuthorizationServer>();
  for (const tokens of groupByEndpoint(registered)) {
    const tokenUrls = tokens.map(({ token }) => token.tokenUrl);
    const server = await createAuthorizationServer({
      network: azure.network,
      clock: azure.clock,
      tokenUrl: tokenUrls[0] ?? "",
      clients: tokens.map(({ client }) => client),
      readings: azure.readings,
    });
    for (const tokenUrl of tokenUrls) authorizationServers.set(tokenUrl, server);
  }
  return {
    authorizationServers,
    async storeCredentials(vaultName) {
      const store = (name: string, value: string): void => {
        azure.keyVault.seedSecret(vaultName, name, value);
      };
      const clients = new Map<string, ClientCredentials>();
      for (const { token, client } of registered) {
        const { clientId, clientSecret } = client;
        if ("secretName" in token.clientId) store(token.clientId.secretName, clientId);
        store(token.clientSecretName, clientSecret);
        const server = authorizationServers.get(token.tokenUrl);
        const { refreshTokenSecretName } = token;
        if (refreshTokenSecretName === undefined || server === undefined) {
          clients.set(token.secretName, { clientId, clientSecret });
          continue;
        }
        const refreshToken = await server.issueRefreshToken(clientId);
        store(refreshTokenSecretName, refreshToken);
        clients.set(token.secretName, { clientId, clientSecret, refreshToken });
      }
      return clients;
    },
  };
}

/** @param values of the clients' IDs and secrets so far: one client has one secret, under whatever names the vault has it */
function register(token: TokenSettings, values: Map<string, string>): RegisteredToken {
  const valueOf = (key: string): string => {
    const value = values.get(key) ?? randomBytes(24).toString("base64url");
    values.set(key, value);
    return value;
  };
  const clientId =
    "value" in token.clientId ? token.clientId.value : valueOf(`id in ${token.clientId.secretName.toLowerCase()}`);
  return {
    token,
    client: {
      clientId,
      clientSecret: valueOf(`secret of ${clientId}`),
      grantType: token.grantType,
      ...(token.scope === undefined ? {} : { scope: token.scope }),
      parameters: grantParameters(token),
    },
  };
}

/** Groups tokens by the place that they come from: a URL may be written in several ways, and with several queries. */
function groupByEndpoint(tokens: readonly RegisteredToken[]): readonly (readonly RegisteredToken[])[] {
  const groups = new Map<string, RegisteredToken[]>();
  for (const registered of tokens) {
    const { host, pathname } = new URL(registered.token.tokenUrl);
    const endpoint = `${addressOf(host)}${pathname}`;
    groups.set(endpoint, [...(groups.get(endpoint) ?? []), registered]);
  }
  return [...groups.values()];
}
