import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { AdapterPayload, Configuration } from "oidc-provider";
import type { Clock } from "../clock";
import type { IssuedTokensLog } from "./issued-tokens";
import type { RegisteredClient } from "./oauth-client";
import type { OAuthProvider } from "./oauth-provider";
import { TokenStore } from "./token-store";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Configures oidc-provider as the token endpoint of a provider for confidential clients, with introspection where it
 * has that, and with every other feature disabled. */
export function providerConfiguration(options: {
  readonly clients: readonly RegisteredClient[];
  readonly tokenPath: string;
  readonly provider: OAuthProvider;
  readonly clock: Pick<Clock, "now">;
  readonly issued: IssuedTokensLog;
}): Configuration {
  const { provider, clock, tokenPath, issued } = options;
  const { answered, sameForHours = Number.POSITIVE_INFINITY, graceMinutes = 0 } = provider.refreshTokens.value;
  const records = new Map<string, AdapterPayload>();
  const lifetimeSeconds = provider.lifetimeSeconds.value;
  return {
    adapter: (kind) => new TokenStore(kind, records, { clock, graceMilliseconds: graceMinutes * 60_000 }),
    clients: options.clients.map((client) => ({
      client_id: client.clientId,
      client_secret: client.clientSecret,
      grant_types: [...client.grantTypes],
      redirect_uris: [],
      response_types: [],
      scope: client.scopes.join(" "),
      // With it, oidc-provider also takes the secret in an Authorization header of scheme Basic.
      token_endpoint_auth_method: "client_secret_post",
      id_token_signed_response_alg: "ES256",
    })),
    clientAuthMethods: ["client_secret_post", "client_secret_basic"],
    cookies: { keys: [randomBytes(32).toString("base64url")] },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      introspection: {
        enabled: provider.introspection !== undefined,
        allowedPolicy: (_context, client, token) => client.clientId === token.clientId,
      },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    jwks: { keys: [signingKey()] },
    // An error for a client that accepts HTML is an object too, from which the provider's answer is made.
    renderError: (context, out) => {
      context.body = out;
    },
    rotateRefreshToken: ({ oidc }) =>
      answered === "new" ||
      (answered === "same" && issued.ageOf(oidc.entities.RefreshToken?.jti ?? "") >= sameForHours * 3_600_000),
    routes: {
      token: tokenPath,
      ...(provider.introspection === undefined ? {} : { introspection: provider.introspection.path(tokenPath) }),
    },
    // Without offline_access, oidc-provider has no refresh_token grant.
    scopes: [...new Set(["offline_access", ...options.clients.flatMap((client) => client.scopes)])],
    ttl: {
      AccessToken: lifetimeSeconds,
      ClientCredentials: lifetimeSeconds,
      IdToken: lifetimeSeconds,
      RefreshToken: yearInSeconds,
      Grant: yearInSeconds,
    },
  };
}

function signingKey(): { [name: string]: unknown; use: string; alg: string } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256" };
}
