import { createHash, createHmac } from "node:crypto";
import type { OAuthProvider } from "../oauth-provider";

/** URLs to call the API at, of tokens from Salesforce's shared login hosts: a production org and a sandbox. */
const instances: Readonly<Record<string, string>> = {
  "login.salesforce.com": "https://example.my.salesforce.com",
  "test.salesforce.com": "https://example--dev.sandbox.my.salesforce.com",
};

/** Salesforce: no `expires_in`, `issued_at` as text in milliseconds, and the URL to call the API at. */
export const salesforce: OAuthProvider = {
  name: "salesforce",
  hosts: ["*.salesforce.com", "*.salesforce.mil", "*.sfcrmproducts.cn"],
  tokenPath: /^\/services\/oauth2\/token$/,
  source:
    "https://developer.salesforce.com/docs/atlas.en-us.198.0.api_rest.meta/api_rest/intro_understanding_refresh_token_oauth.htm",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  // The default session timeout, which no response tells.
  lifetimeSeconds: 7_200,
  // With refresh token rotation, an option of the app; without it, a response has no refresh token.
  refreshTokens: { answered: "new" },
  repeatsAccessTokens: "secondSession",
  introspectionPath: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
  revocationPath: (tokenPath) => tokenPath.replace(/[^/]*$/, "revoke"),
  contentType: "application/json;charset=UTF-8",
  success: ({ accessToken, refreshToken, scope, host, client, issuedAt: at }) => {
    const instanceUrl = instances[host] ?? `https://${host}`;
    const issuedAt = String(at.getTime());
    const digits = createHash("sha256").update(client.clientId).digest("hex").slice(0, 12).toUpperCase();
    const id = `${instanceUrl}/id/00D${digits}MAA/005${digits}AAM`;
    return {
      access_token: accessToken,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      signature: createHmac("sha256", client.clientSecret).update(`${id}${issuedAt}`).digest("base64"),
      ...(scope === undefined ? {} : { scope }),
      instance_url: instanceUrl,
      id,
      token_type: "Bearer",
      issued_at: issuedAt,
    };
  },
  refusals: {
    invalid_client: {
      status: 400,
      body: { error: "invalid_client", error_description: "invalid client credentials" },
    },
    invalid_grant: {
      status: 400,
      body: { error: "invalid_grant", error_description: "expired access/refresh token" },
    },
    unauthorized_client: {
      status: 400,
      body: { error: "invalid_grant", error_description: "no client credentials user enabled" },
    },
  },
};
