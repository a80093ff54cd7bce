import type { Provider } from "oidc-provider";
import type { Clock } from "../clock";
import type { Network } from "../network";
import { registerAccountCredentials } from "./account-credentials";
import { registerClients, type OAuthClient } from "./oauth-client";
import { providerConfiguration } from "./provider-configuration";
import { issueRefreshToken } from "./refresh-token";
import { answerTokenRequests, type TokenRequest } from "./endpoint";

export type { OAuthClient } from "./oauth-client";

/** An OAuth 2.0 authorization server with one token endpoint: client credentials and refresh tokens, RFC 6749, and account credentials. */
export interface AuthorizationServer {
  readonly tokenUrl: string;
  /** Issues a refresh token as a person's consent would give it. @throws {Error} for a client that is not registered */
  issueRefreshToken(clientId: string): Promise<string>;
  /** Every secret it knows or has ever given out: client secrets, access, refresh and id tokens. For leak searches. */
  secrets(): readonly string[];
  /** The token requests so far, oldest first, without any token. */
  requests(): readonly TokenRequest[];
  /** Decides whether an access token was issued here, is not revoked, and is within its lifetime on the run's clock. */
  isActive(accessToken: string): Promise<boolean>;
}

/** Options of an authorization server. */
export interface AuthorizationServerOptions {
  readonly network: Pick<Network, "serve">;
  /** Tells `issued_at` and how old access tokens are; oidc-provider itself reads the machine's clock besides. */
  readonly clock: Pick<Clock, "now">;
  /** https; its host is served as a whole, by this server alone. */
  readonly tokenUrl: string;
  readonly clients: readonly OAuthClient[];
  /** The shape of an answer: `rfc6749` has `expires_in`, `salesforce` has `instance_url` and others. @default "rfc6749" */
  readonly answer?: "salesforce" | "rfc6749";
  /** URL of Salesforce's API. @default the origin of `tokenUrl` */
  readonly instanceUrl?: string;
  /** @default 120, Salesforce's default session timeout */
  readonly accessTokenLifetimeMinutes?: number;
  /** Revoke the used refresh token on each refresh, and issue a new one. @default true */
  readonly rotateRefreshTokens?: boolean;
}

/**
 * Serves the host of `tokenUrl` with oidc-provider: clients are authenticated by secret (form or Basic), a refresh
 * token that is used twice gives `invalid_grant` and revokes all that came from it.
 * @throws {Error} when the host is served already, or one client id has two secrets
 */
export async function createAuthorizationServer(options: AuthorizationServerOptions): Promise<AuthorizationServer> {
  const { network, clock, tokenUrl, accessTokenLifetimeMinutes = 120, rotateRefreshTokens = true } = options;
  const { origin, host, pathname } = new URL(tokenUrl);
  const clients = registerClients(options.clients);
  // Imported here: it takes 0.2 to 0.4 s, and most tests and commands need no token server.
  const module = await import("oidc-provider/lib/provider.js");
  const provider: Provider = new module.Provider(
    origin,
    providerConfiguration({ clients, tokenPath: pathname, accessTokenLifetimeMinutes, rotateRefreshTokens }),
  );
  registerAccountCredentials(provider, clients);
  const answered = answerTokenRequests(provider, {
    clock,
    clients,
    instanceUrl: options.instanceUrl ?? origin,
    rotateRefreshTokens,
    salesforce: options.answer === "salesforce",
  });
  const respond = provider.callback();
  network.serve(host, (request, response) => {
    // It answers what goes wrong itself, and does not reject.
    void respond(request, response);
  });

  const refreshTokens = new Set<string>();
  return {
    tokenUrl,
    issueRefreshToken: async (clientId) => {
      const token = await issueRefreshToken(provider, clientId);
      refreshTokens.add(token);
      return token;
    },
    secrets: () => [
      ...new Set([...clients.map((client) => client.clientSecret), ...refreshTokens, ...answered.tokens()]),
    ],
    requests: () => answered.requests(),
    isActive: async (accessToken) => {
      const issuedAt = answered.issuedAt(accessToken);
      if (issuedAt === undefined) return false;
      if (clock.now().getTime() >= issuedAt.getTime() + accessTokenLifetimeMinutes * 60_000) return false;
      const token =
        (await provider.AccessToken.find(accessToken)) ?? (await provider.ClientCredentials.find(accessToken));
      return token !== undefined;
    },
  };
}
