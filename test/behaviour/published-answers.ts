import type { GrantType, ProviderName } from "../../settings";

/** A provider's grant with what it needs besides a client, and the answer in the shape that the provider publishes. */
export interface PublishedAnswer {
  readonly provider: ProviderName;
  readonly grantType: GrantType;
  /** Keys of the token that have no default. */
  readonly keys: Readonly<Record<string, unknown>>;
  readonly tokenUrl: string;
  readonly authentication: "post" | "basic";
  /** Form fields after those of the grant and the client. */
  readonly fields: string;
  /** Without secrets: `{access}` and `{refresh}` stand for tokens. */
  readonly answer: Readonly<Record<string, unknown>>;
  readonly source: string;
}

const access_token = "{access}";
const refresh_token = "{refresh}";
const graph = "https://graph.microsoft.com/.default";
const entraUrl = "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token";
const salesforceUrl = "https://acme.my.salesforce.com/services/oauth2/token";
const salesforceAnswer = {
  access_token,
  signature: "2P7tNnQ5+vNvQdhQ0Yt6iM0rjQuLqTqFVVKkT2m9rrw=",
  scope: "api",
  instance_url: "https://acme.my.salesforce.com",
  id: "https://login.salesforce.com/id/00Dxx0000000000AAA/005xx0000000000AAA",
  token_type: "Bearer",
  issued_at: "1793606400000",
};
const keycloakUrl = "https://sso.example.com:8443/realms/shop/protocol/openid-connect/token";
const keycloakAnswer = { access_token, expires_in: 300, token_type: "Bearer", "not-before-policy": 0, scope: "email" };
const keycloakSource =
  "https://keycloak.org/docs-api/latest/javadocs/org/keycloak/representations/AccessTokenResponse.html";
const oktaUrl = "https://acme.okta.com/oauth2/default/v1/token";
const oktaAnswer = { access_token, token_type: "Bearer", expires_in: 3600, scope: "orders.read" };
const xeroAnswer = { access_token, expires_in: 1800, token_type: "Bearer" };
const xeroUrl = "https://identity.xero.com/connect/token";

/** One for each provider and each of its grants of which a published answer was found. */
export const publishedAnswers: readonly PublishedAnswer[] = [
  {
    ...{ provider: "salesforce", grantType: "client_credentials", keys: { tokenUrl: salesforceUrl } },
    ...{ tokenUrl: salesforceUrl, authentication: "post", fields: "", answer: salesforceAnswer },
    source: "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm",
  },
  {
    ...{ provider: "salesforce", grantType: "refresh_token", keys: { tokenUrl: salesforceUrl } },
    ...{ tokenUrl: salesforceUrl, authentication: "post", fields: "", answer: salesforceAnswer },
    source: "https://jsforce.github.io/jsforce/types/oauth2.TokenResponse.html",
  },
  {
    ...{ provider: "entra", grantType: "client_credentials", keys: { tokenUrl: entraUrl, scope: graph } },
    ...{ tokenUrl: entraUrl, authentication: "post", fields: "&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default" },
    answer: { token_type: "Bearer", expires_in: 3599, access_token },
    source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow",
  },
  {
    ...{ provider: "entra", grantType: "refresh_token", keys: { tokenUrl: entraUrl } },
    ...{ tokenUrl: entraUrl, authentication: "post", fields: "" },
    answer: {
      ...{ access_token, token_type: "Bearer", expires_in: 3599, refresh_token },
      ...{
        scope: "https%3A%2F%2Fgraph.microsoft.com%2Fmail.read",
        id_token: "eyJ0eXAiOiJKV1QiLCJhbGciOiJub25lIn0.e30.",
      },
    },
    source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
  },
  {
    ...{ provider: "auth0", grantType: "client_credentials", tokenUrl: "https://acme.eu.auth0.com/oauth/token" },
    keys: {
      tokenUrl: "https://acme.eu.auth0.com/oauth/token",
      tokenRequestParameters: { audience: "https://api.acme.example/" },
    },
    ...{ authentication: "post", fields: "&audience=https%3A%2F%2Fapi.acme.example%2F" },
    answer: { access_token, token_type: "Bearer", expires_in: 86400 },
    source: "https://auth0.com/docs/secure/tokens/access-tokens/get-access-tokens",
  },
  {
    ...{ provider: "auth0", grantType: "refresh_token", keys: { tokenUrl: "https://acme.eu.auth0.com/oauth/token" } },
    ...{ tokenUrl: "https://acme.eu.auth0.com/oauth/token", authentication: "post", fields: "" },
    answer: {
      access_token,
      refresh_token,
      id_token: "eyJhbGciOiJub25lIn0.e30.",
      token_type: "Bearer",
      expires_in: 86400,
    },
    source: "https://auth0.github.io/node-auth0/interfaces/auth.TokenSet.html",
  },
  {
    ...{ provider: "okta", grantType: "client_credentials", keys: { tokenUrl: oktaUrl, scope: "orders.read" } },
    ...{ tokenUrl: oktaUrl, authentication: "basic", fields: "&scope=orders.read", answer: oktaAnswer },
    source: "https://developer.okta.com/docs/guides/implement-client-creds/",
  },
  {
    ...{ provider: "okta", grantType: "refresh_token", keys: { tokenUrl: oktaUrl } },
    ...{ tokenUrl: oktaUrl, authentication: "basic", fields: "", answer: { ...oktaAnswer, refresh_token } },
    source: "https://developers.resistant.ai/api-reference/create-token-[ca-1]",
  },
  {
    ...{ provider: "keycloak", grantType: "client_credentials", keys: { tokenUrl: keycloakUrl } },
    ...{ tokenUrl: keycloakUrl, authentication: "basic", fields: "" },
    answer: { ...keycloakAnswer, refresh_expires_in: 0 },
    source: keycloakSource,
  },
  {
    ...{ provider: "keycloak", grantType: "refresh_token", keys: { tokenUrl: keycloakUrl } },
    ...{ tokenUrl: keycloakUrl, authentication: "basic", fields: "" },
    answer: { ...keycloakAnswer, refresh_expires_in: 1800, refresh_token, session_state: "5d0d4a5e" },
    source: keycloakSource,
  },
  {
    ...{ provider: "google", grantType: "refresh_token", keys: {}, tokenUrl: "https://oauth2.googleapis.com/token" },
    ...{ authentication: "post", fields: "" },
    answer: { access_token, expires_in: 3599, scope: "https://www.googleapis.com/auth/drive", token_type: "Bearer" },
    source:
      "https://cloud.google.com/nodejs/docs/reference/google-auth-library/latest/google-auth-library/credentialrequest",
  },
  {
    ...{ provider: "hubspot", grantType: "refresh_token", keys: {}, authentication: "post", fields: "" },
    tokenUrl: "https://api.hubapi.com/oauth/2026-03/token",
    answer: { access_token, token_type: "bearer", expires_in: 1800, refresh_token },
    source: "https://github.com/api-evangelist/hubspot/blob/main/json-schema/oauth-api-token-response-schema.json",
  },
  {
    ...{ provider: "xero", grantType: "client_credentials", keys: { scope: "accounting.contacts" }, tokenUrl: xeroUrl },
    ...{ authentication: "basic", fields: "&scope=accounting.contacts", answer: xeroAnswer },
    source: "https://github.com/api-evangelist/xero/blob/main/json-schema/xero-accesstoken-schema.json",
  },
  {
    ...{ provider: "xero", grantType: "refresh_token", keys: {}, tokenUrl: xeroUrl },
    ...{ authentication: "basic", fields: "" },
    answer: { ...xeroAnswer, refresh_token, id_token: "eyJhbGciOiJub25lIn0.e30." },
    source: "https://github.com/api-evangelist/xero/blob/main/json-schema/xero-accesstoken-schema.json",
  },
  {
    ...{ provider: "quickbooks", grantType: "refresh_token", keys: {}, authentication: "basic", fields: "" },
    tokenUrl: "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer",
    answer: {
      token_type: "bearer",
      expires_in: 3600,
      refresh_token,
      x_refresh_token_expires_in: 8726400,
      access_token,
    },
    source: "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0",
  },
  {
    ...{ provider: "zoom", grantType: "account_credentials", keys: { accountId: "ZOOM_ACCOUNT/ID" } },
    ...{ tokenUrl: "https://zoom.us/oauth/token", authentication: "basic", fields: "&account_id=ZOOM_ACCOUNT%2FID" },
    answer: { access_token, token_type: "bearer", expires_in: 3600, scope: "user:read:admin" },
    source: "https://developers.zoom.us/docs/rooms/oauth/",
  },
  {
    ...{ provider: "zoom", grantType: "refresh_token", keys: {}, tokenUrl: "https://zoom.us/oauth/token" },
    ...{ authentication: "basic", fields: "" },
    answer: { access_token, token_type: "bearer", refresh_token, expires_in: 3599, scope: "user:read" },
    source: "https://developers.zoom.us/docs/rooms/oauth/",
  },
  {
    ...{ provider: "docusign", grantType: "refresh_token", keys: {}, authentication: "basic", fields: "" },
    tokenUrl: "https://account.docusign.com/oauth/token",
    answer: { access_token, token_type: "Bearer", refresh_token, expires_in: 28800 },
    source: "https://www.docusign.com/blog/developers/authorization-code-grant-refresh-tokens",
  },
  {
    ...{ provider: "servicenow", grantType: "refresh_token", authentication: "post", fields: "" },
    keys: { tokenUrl: "https://acme.service-now.com/oauth_token.do" },
    tokenUrl: "https://acme.service-now.com/oauth_token.do",
    answer: { scope: "useraccount", token_type: "Bearer", expires_in: 1799, refresh_token, access_token },
    source: "https://www.servicenow.com/docs/r/zurich/api-reference/rest-api-explorer/r_RESTOAuthExample.html",
  },
  {
    ...{ provider: "dynamics", grantType: "client_credentials", tokenUrl: entraUrl, authentication: "post" },
    keys: { tokenUrl: entraUrl, scope: "https://acme.crm.dynamics.com/.default" },
    fields: "&scope=https%3A%2F%2Facme.crm.dynamics.com%2F.default",
    answer: { token_type: "Bearer", expires_in: 3599, access_token },
    source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow",
  },
  {
    ...{
      provider: "generic",
      grantType: "client_credentials",
      tokenUrl: "https://login.example.com/token?tenant=a%20b",
    },
    ...{ keys: { tokenUrl: "https://login.example.com/token?tenant=a%20b" }, authentication: "post", fields: "" },
    answer: { access_token, token_type: "Bearer", expires_in: 3600, example_parameter: "example_value" },
    source: "https://www.rfc-editor.org/rfc/rfc6749#section-4.4.3",
  },
  {
    ...{ provider: "generic", grantType: "refresh_token", keys: { tokenUrl: "https://login.example.com/token" } },
    ...{ tokenUrl: "https://login.example.com/token", authentication: "post", fields: "" },
    answer: { access_token, token_type: "Bearer", expires_in: 3600, refresh_token },
    source: "https://www.rfc-editor.org/rfc/rfc6749#section-5.1",
  },
];
