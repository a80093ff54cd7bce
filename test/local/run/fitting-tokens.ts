/** What every token of a provider's stack has: credentials of its own. */
function credentials(secretName: string): object {
  return { secretName, clientId: `client of ${secretName}`, clientSecretName: `${secretName}-client-secret` };
}

/** Settings of a token by client credentials. */
export function byClientCredentials(secretName: string, tokenUrl: string, more: object = {}): object {
  return {
    ...credentials(secretName),
    ...{ grantType: "client_credentials", tokenUrl, instanceUrl: "none", intervalMinutes: 15, writePath: "http" },
    ...more,
  };
}

/** Settings of a token by refresh token. */
export function byRefreshToken(secretName: string, tokenUrl: string, more: object = {}): object {
  const refreshTokenSecretName = `${secretName}-refresh-token`;
  return {
    ...byClientCredentials(secretName, tokenUrl),
    grantType: "refresh_token",
    refreshTokenSecretName,
    ...more,
  };
}

const salesforce = "https://contoso.my.salesforce.com/services/oauth2/token";
const entra = "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/oauth2/v2.0/token";
const keycloak = "https://sso.contoso.example:8443/realms/contoso/protocol/openid-connect/token";

/** Lifetimes of five minutes. */
const short = { intervalMinutes: 2, assumedLifetimeMinutes: 5, marginMinutes: 1 };

/** Tokens whose settings fit their providers. */
export const fittingTokens: readonly object[] = [
  byClientCredentials("salesforce", salesforce, { instanceUrl: "tag", scope: "api" }),
  byRefreshToken("salesforce-refresh", salesforce, { instanceUrl: "secret" }),
  byClientCredentials("salesforce-introspected", "https://fabrikam.my.salesforce.com/services/oauth2/token", {
    instanceUrl: "tag",
    introspectionUrl: "https://fabrikam.my.salesforce.com/services/oauth2/introspect",
  }),
  byClientCredentials("entra", entra, { scope: "https://graph.microsoft.com/.default" }),
  byClientCredentials("dynamics", entra.replace("1111", "2222"), {
    scope: "https://contoso.crm.dynamics.com/.default",
  }),
  byRefreshToken("entra-refresh", entra, { scope: "https://graph.microsoft.com/.default offline_access" }),
  byRefreshToken("auth0", "https://contoso.eu.auth0.com/oauth/token"),
  byClientCredentials("okta", "https://contoso.okta.com/oauth2/default/v1/token", { scope: "orders.read" }),
  byRefreshToken("okta-refresh", "https://contoso.okta.com/oauth2/default/v1/token"),
  byClientCredentials("keycloak", keycloak, short),
  byRefreshToken("keycloak-refresh", keycloak, short),
  byRefreshToken("google", "https://oauth2.googleapis.com/token"),
  byRefreshToken("hubspot", "https://api.hubapi.com/oauth/v1/token"),
  byClientCredentials("servicenow", "https://contoso.service-now.com/oauth_token.do"),
  byRefreshToken("servicenow-refresh", "https://contoso.service-now.com/oauth_token.do"),
  byClientCredentials("xero", "https://identity.xero.com/connect/token"),
  byRefreshToken("xero-refresh", "https://identity.xero.com/connect/token"),
  byRefreshToken("quickbooks", "https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer"),
  byRefreshToken("docusign", "https://account-d.docusign.com/oauth/token"),
  byRefreshToken("zoom", "https://zoom.us/oauth/token"),
  byRefreshToken("fitbit", "https://api.fitbit.com/oauth2/token", { clientAuthentication: "basic" }),
  byRefreshToken("github", "https://github.com/login/oauth/access_token"),
  byRefreshToken("zoho", "https://accounts.zoho.eu/oauth/v2/token"),
  byClientCredentials("own-server", "https://login.example.com./oauth2/token"),
  byRefreshToken("own-server-refresh", "https://login.example.com:9443/oauth2/token"),
];

/** The secret's name of a token. */
export function nameOf(token: object): string {
  return (token as { readonly secretName: string }).secretName;
}
