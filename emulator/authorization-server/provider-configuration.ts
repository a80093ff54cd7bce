import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { AdapterPayload, Configuration } from "oidc-provider";
import type { RegisteredClient } from "./oauth-client";
import { TokenStore } from "./token-store";

const yearInSeconds = 365 * 24 * 60 * 60;

/** Configures oidc-provider as a token endpoint for confidential clients, with every other feature disabled. */
export function providerConfiguration(options: {
  readonly clients: readonly RegisteredClient[];
  readonly tokenPath: string;
  readonly accessTokenLifetimeMinutes: number;
  readonly rotateRefreshTokens: boolean;
}): Configuration {
  const records = new Map<string, AdapterPayload>();
  const accessTokenLifetimeSeconds = options.accessTokenLifetimeMinutes * 60;
  return {
    adapter: (kind) => new TokenStore(kind, records),
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
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    jwks: { keys: [signingKey()] },
    renderError: (context, out) => {
      context.body = out;
    },
    rotateRefreshToken: options.rotateRefreshTokens,
    routes: { token: options.tokenPath },
    // Without offline_access, oidc-provider has no refresh_token grant.
    scopes: [...new Set(["offline_access", ...options.clients.flatMap((client) => client.scopes)])],
    ttl: {
      AccessToken: accessTokenLifetimeSeconds,
      ClientCredentials: accessTokenLifetimeSeconds,
      IdToken: accessTokenLifetimeSeconds,
      RefreshToken: yearInSeconds,
      Grant: yearInSeconds,
    },
  };
}

function signingKey(): { [name: string]: unknown; use: string; alg: string } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256" };
}
