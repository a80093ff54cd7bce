import { randomBytes } from "node:crypto";
import type { Settings, TokenSettings } from "../../settings";
import type { AuthorizationServer, OAuthClient } from "../../emulator/authorization-server";
import { createAuthorizationServer } from "../../emulator/authorization-server";
import type { Azure } from "../../emulator";
import type { Clock } from "../../emulator/clock";
import type { Network } from "../../emulator/network";
import type { ClientCredentials } from "./local-stack";
import { SharedHosts } from "./shared-hosts";

/** A token with the client that asks for it. */
interface RegisteredToken {
  readonly token: TokenSettings;
  readonly client: OAuthClient;
}

/**
 * Starts an authorization server for each token URL, with a client for each token.
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
  const secrets = new Map<string, string>();
  const registered = settings.tokens.map((token) => register(token, secrets));
  const authorizationServers = new Map<string, AuthorizationServer>();
  const hosts = new SharedHosts(azure.network);
  for (const [tokenUrl, tokens] of groupByTokenUrl(registered)) {
    authorizationServers.set(tokenUrl, await startServer(azure.clock, hosts.at(tokenUrl), tokenUrl, tokens));
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

/** @param secrets one value a name: tokens of one client share its secrets */
function register(token: TokenSettings, secrets: Map<string, string>): RegisteredToken {
  const sharedValue = (name: string): string => {
    const value = secrets.get(name.toLowerCase()) ?? randomBytes(24).toString("base64url");
    secrets.set(name.toLowerCase(), value);
    return value;
  };
  return {
    token,
    client: {
      clientId: "value" in token.clientId ? token.clientId.value : sharedValue(token.clientId.secretName),
      clientSecret: sharedValue(token.clientSecretName),
      grantType: token.grantType,
      ...(token.scope === undefined ? {} : { scope: token.scope }),
      ...(token.accountId === undefined ? {} : { accountId: token.accountId }),
    },
  };
}

function groupByTokenUrl(tokens: readonly RegisteredToken[]): Map<string, readonly RegisteredToken[]> {
  const groups = new Map<string, readonly RegisteredToken[]>();
  for (const registered of tokens) {
    const { tokenUrl } = registered.token;
    groups.set(tokenUrl, [...(groups.get(tokenUrl) ?? []), registered]);
  }
  return groups;
}

function startServer(
  clock: Clock,
  network: Pick<Network, "serve">,
  tokenUrl: string,
  tokens: readonly RegisteredToken[],
): Promise<AuthorizationServer> {
  // RFC 6749 knows no instance_url: a token that keeps one comes from a server that answers as Salesforce does.
  const kept = tokens.find(({ token }) => token.instanceUrl !== "none");
  const suffix = kept?.token.allowedInstanceUrlSuffixes[0];
  return createAuthorizationServer({
    network,
    clock,
    tokenUrl,
    clients: tokens.map(({ client }) => client),
    answer: kept === undefined ? "rfc6749" : "salesforce",
    ...(suffix === undefined ? {} : { instanceUrl: `https://${suffix}` }),
    accessTokenLifetimeMinutes: Math.min(...tokens.map(({ token }) => token.assumedLifetimeMinutes)),
  });
}
