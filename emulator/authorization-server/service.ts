import type { RequestListener } from "node:http";
import type { Provider } from "oidc-provider";
import type { Clock } from "../clock";
import { answerFrom, answerWith, type Network } from "../network";
import { defaultReadings, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { answerAsProvider, type TokenRequest } from "./endpoint";
import { IssuedTokensLog } from "./issued-tokens";
import { registerClients, type OAuthClient } from "./oauth-client";
import type { OAuthProvider } from "./oauth-provider";
import { providerConfiguration } from "./provider-configuration";
import { findProvider } from "./providers";
import { issueRefreshToken } from "./refresh-token";
import { revocationEndpoint } from "./revocation-endpoint";
import { revokeToken } from "./revoke-token";

export type { OAuthClient } from "./oauth-client";

/** An OAuth 2.0 authorization server with one token endpoint, of a provider. */
export interface AuthorizationServer {
  readonly tokenUrl: string;
  /** Whose answers it gives. */
  readonly provider: OAuthProvider;
  /** Issues a refresh token as a person's consent would give it. @throws {Error} for a client that is not registered */
  issueRefreshToken(clientId: string): Promise<string>;
  /** Every secret it knows or has ever given out: client secrets, access, refresh and id tokens. For leak searches. */
  secrets(): readonly string[];
  /** Every `instance_url` that it has answered: no secret, wherever it is stored. */
  instanceUrls(): readonly string[];
  /** The token requests so far, oldest first, without any token. */
  requests(): readonly TokenRequest[];
  /** Decides whether an access token was issued here, is not revoked, and is within its lifetime on the run's clock. */
  isActive(accessToken: string): Promise<boolean>;
  /**
   * Revokes an access token, or a refresh token and the access tokens that came of it, as an administrator would.
   * Gives whether it was there.
   */
  revoke(token: string): Promise<boolean>;
}

/** Options of an authorization server. */
export interface AuthorizationServerOptions {
  readonly network: Pick<Network, "serve">;
  /** Tells the lifetimes of tokens; oidc-provider itself reads the machine's clock besides. */
  readonly clock: Pick<Clock, "now">;
  /** https. Its host tells whose answers it gives. */
  readonly tokenUrl: string;
  readonly clients: readonly OAuthClient[];
  /** @default the best supported alternatives */
  readonly readings?: Readings;
}

/**
 * Serves a token URL, and the introspection and revocation endpoints that belong to it, as the provider of its host
 * does.
 *
 * oidc-provider authenticates the clients, and keeps the tokens: a refresh token that was replaced gives `invalid_grant`
 * and revokes all that came from it, unless the provider is more forgiving.
 * @throws {Error} when the URL is served already, or one client id has two secrets
 */
export async function createAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { network, clock, tokenUrl, readings = defaultReadings } = options;
  const { origin, host, pathname: tokenPath } = new URL(tokenUrl);
  const provider = findProvider(tokenUrl);
  const clients = registerClients(options.clients, provider.servedAs);
  const issued = new IssuedTokensLog(clock, provider.lifetimeSeconds.value);
  // Imported here: it takes 0.2 to 0.4 s, and most tests and commands need no token server.
  const [module, { default: requestContext }] = await Promise.all([
    import("oidc-provider/lib/provider.js"),
    import("oidc-provider/lib/helpers/als.js"),
  ]);
  const server: Provider = new module.Provider(
    origin,
    providerConfiguration({ clients, tokenPath, provider, clock, issued }),
  );
  const revoke = (token: string): Promise<boolean> => revokeToken(server, issued, token);
  const requests = answerAsProvider(server, { clock, clients, provider, tokenPath, issued, readings, revoke });
  const callback = server.callback();
  const isTokenPath = provider.tokenPath?.test(tokenPath) ?? true;
  const respond: RequestListener = isTokenPath
    ? (request, response) => {
        // The callback answers its own errors and never rejects. The context that oidc-provider keeps of a request, which
        // nothing here reads, would slow every promise of the process afterwards.
        void callback(request, response).finally(() => {
          requestContext.disable();
        });
      }
    : answerWith(() => answerFrom(behaviours.otherPath));
  for (const path of [tokenPath, provider.introspection?.path(tokenPath)]) {
    if (path !== undefined) network.serve(host, respond, path);
  }
  const { revocation } = provider;
  if (revocation !== undefined) {
    network.serve(host, revocationEndpoint(revocation, revoke), revocation.path(tokenPath));
  }

  return {
    tokenUrl,
    provider,
    issueRefreshToken: async (clientId) => {
      const token = await issueRefreshToken(server, clientId);
      issued.addRefreshToken(token);
      return token;
    },
    secrets: () => [...new Set([...clients.map((client) => client.clientSecret), ...issued.tokens()])],
    instanceUrls: () => issued.instanceUrls(),
    requests: () => [...requests],
    isActive: async (accessToken) => {
      const end = issued.endOf(accessToken);
      if (end === undefined || end <= clock.now()) return false;
      const token = (await server.AccessToken.find(accessToken)) ?? (await server.ClientCredentials.find(accessToken));
      return token !== undefined;
    },
    revoke,
  };
}
