import { createHash, createHmac } from "node:crypto";
import type { JsonObject } from "../../../definition/json";
import { declareProvider } from "../declaration/declare-provider";
import type { IssuedTokens } from "../oauth-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const clientCredentials =
  "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm";

/** URLs to call the API at, of tokens from Salesforce's shared login hosts: a production org and a sandbox. */
const instances: Readonly<Record<string, string>> = {
  "login.salesforce.com": "https://example.my.salesforce.com",
  "test.salesforce.com": "https://example--dev.sandbox.my.salesforce.com",
};

function salesforceToken({ accessToken, refreshToken, scope, host, client, issuedAt: at }: IssuedTokens): JsonObject {
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
}

/** Salesforce: no `expires_in`, `issued_at` as text in milliseconds, and the URL to call the API at. */
export const salesforce = declareProvider({
  name: "salesforce",
  hosts: ["*.salesforce.com", "*.salesforce.mil", "*.sfcrmproducts.cn"],
  tokenPath: /^\/services\/oauth2\/token$/,
  contentType: "application/json;charset=UTF-8",
  answer: {
    body: salesforceToken,
    ...reconstructed(
      documentedAt(
        "https://developer.salesforce.com/docs/atlas.en-us.198.0.api_rest.meta/api_rest/intro_understanding_refresh_token_oauth.htm",
      ),
    ),
  },
  clientAuthentication: fact(["basic", "post"], documentedAt(clientCredentials)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(clientCredentials)),
  // The default session timeout, which no response tells.
  lifetimeSeconds: fact(
    7_200,
    documentedAt(
      "https://developer.salesforce.com/docs/platform/api-metadata/guide/meta-error-handling-session-exp.html",
    ),
  ),
  // With refresh token rotation, an option of the app; without it, a response has no refresh token.
  refreshTokens: fact(
    { answered: "new" },
    documentedAt("https://help.salesforce.com/apex/HTViewHelpDoc?id=remoteaccess_oauth_refresh_token_flow.htm"),
  ),
  repeatsAccessTokens: fact("secondSession", reportedAt("https://github.com/restforce/restforce/issues/512")),
  introspection: {
    path: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
    ...documentedAt("https://login.salesforce.com/.well-known/openid-configuration"),
  },
  // Salesforce takes the token itself as authentication, where RFC 7009 asks for the client's.
  revocation: {
    path: (tokenPath) => tokenPath.replace(/[^/]*$/, "revoke"),
    ...documentedAt("https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html"),
  },
  refusals: {
    invalid_client: refused(
      400,
      { error: "invalid_client", error_description: "invalid client credentials" },
      reportedAt("https://www.nango.dev/blog/salesforce-oauth-refresh-token-invalid-grant"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "expired access/refresh token" },
      reportedAt(
        "https://www.useparagon.com/integration-error-solutions/salesforce-invalid-grant-expired-access-refresh-token",
      ),
    ),
    unauthorized_client: refused(
      400,
      { error: "invalid_grant", error_description: "no client credentials user enabled" },
      inferredFrom(
        "https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.connected_app_client_credentials_setup.htm",
      ),
    ),
  },
});
