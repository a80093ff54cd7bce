import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { providers, type ProviderName } from "../../../settings/providers";
import { leastToken, problemsOf } from "../settings-under-test";

/** A token without anything that depends on its provider. */
const { tokenUrl: _, ...bare } = leastToken;
const refreshed = { grantType: "refresh_token", refreshTokenSecretName: "refresh-token" };
const noReplacement = "contains a placeholder, to be replaced by your own value";
const urlForm =
  " (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.";
const anyTokenUrl = "Expected the token endpoint of the same server, whose path often ends with /token.";

type Case = readonly [title: string, token: Readonly<Record<string, unknown>>, ...problems: readonly string[]];

function check(cases: readonly Case[]): void {
  for (const [title, token, ...problems] of cases) {
    it(`${problems.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(
        problemsOf({ tokens: [{ ...bare, ...token }] }),
        problems.map((problem) => `tokens[0].${problem}`),
      );
    });
  }
}

describe("Settings of a token and its provider", () => {
  check([
    [
      "Salesforce at Entra's host",
      { provider: "salesforce", tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token" },
      "tokenUrl: has the host login.microsoftonline.com of Microsoft Entra ID, but provider is salesforce (Salesforce). Expected https://{My Domain}.my.salesforce.com/services/oauth2/token. Correct it, or set provider to entra.",
    ],
    [
      "Salesforce at an unknown host and path",
      { provider: "salesforce", tokenUrl: "https://login.example.com/oauth2/token" },
      "tokenUrl: has the host login.example.com, but provider is salesforce (Salesforce). Expected https://{My Domain}.my.salesforce.com/services/oauth2/token. Correct it, or set provider to generic.",
    ],
    [
      "Salesforce at a custom domain",
      { provider: "salesforce", tokenUrl: "https://login.example.com/services/oauth2/token" },
    ],
    [
      "Xero at a host that is not Xero's",
      { provider: "xero", tokenUrl: "https://identity.example.com/connect/token" },
      "tokenUrl: has the host identity.example.com, but provider is xero (Xero). Expected https://identity.xero.com/connect/token. Correct it, or set provider to generic.",
    ],
    [
      "a host that only ends like Xero's",
      { provider: "xero", tokenUrl: "https://notidentity.xero.com.example.com/connect/token" },
      "tokenUrl: has the host notidentity.xero.com.example.com, but provider is xero (Xero). Expected https://identity.xero.com/connect/token. Correct it, or set provider to generic.",
    ],
    ["generic at any host", { provider: "generic", tokenUrl: "https://identity.xero.com/connect/token" }],
    [
      "Keycloak on a port",
      { provider: "keycloak", tokenUrl: "https://sso.example.com:8443/realms/a/protocol/openid-connect/token" },
    ],
    [
      "Keycloak at another path",
      { provider: "keycloak", tokenUrl: "https://sso.example.com/oauth2/token" },
      "tokenUrl: has the host sso.example.com, but provider is keycloak (Keycloak). Expected https://{host}/realms/{realm}/protocol/openid-connect/token. Correct it, or set provider to generic.",
    ],
    ["Okta at a custom domain", { provider: "okta", tokenUrl: "https://id.example.com/oauth2/default/v1/token" }],
    [
      "Dynamics at Entra's host",
      {
        provider: "dynamics",
        tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token",
        scope: "https://contoso.crm.dynamics.com/.default",
      },
    ],
    [
      "a provider with a slip",
      { provider: "saleforce", tokenUrl: leastToken.tokenUrl },
      `provider: is "saleforce". Did you mean salesforce? Expected one of ${Object.keys(providers).join(", ")}.`,
    ],
  ]);

  check([
    [
      "no token URL",
      {},
      "tokenUrl: is missing or empty. URL of the token endpoint. Must use https, without credentials and fragment.",
    ],
    [
      "no token URL where each customer has one",
      { provider: "servicenow" },
      "tokenUrl: is missing or empty. Expected https://{instance}.service-now.com/oauth_token.do.",
    ],
    ["no token URL where all customers have one", { provider: "xero" }],
  ]);

  check([
    [
      "Google with client credentials",
      { provider: "google", grantType: "client_credentials" },
      "grantType: is client_credentials, which Google does not have. Use refresh_token.",
    ],
    [
      "QuickBooks without a refresh token",
      { provider: "quickbooks" },
      "refreshTokenSecretName: is missing. With grantType refresh_token, set the name of the vault secret that holds the refresh token.",
    ],
    [
      "Salesforce with Zoom's grant",
      { tokenUrl: leastToken.tokenUrl, grantType: "account_credentials", accountId: "a" },
      "grantType: is account_credentials, which Salesforce does not have. Use client_credentials or refresh_token.",
    ],
    [
      "Zoom without an account",
      { provider: "zoom" },
      "accountId: is missing. With grantType account_credentials, set the account ID that the provider shows with the client's credentials.",
    ],
    [
      "an account without its grant",
      { tokenUrl: leastToken.tokenUrl, accountId: "a" },
      "accountId: has no effect with grantType client_credentials. Remove it, or set grantType to account_credentials.",
    ],
    [
      "Entra without a scope",
      { tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token" },
      "scope: is missing. Microsoft Entra ID refuses a request without scope (AADSTS900144). Set it, for example to https://graph.microsoft.com/.default.",
    ],
    [
      "Entra's first version without a resource",
      { tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/token" },
      "tokenRequestParameters: is missing. Microsoft Entra ID refuses a request without resource (AADSTS900144). Set resource in it, for example to https://graph.microsoft.com.",
    ],
    [
      "Entra's first version with a resource",
      {
        tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/token",
        tokenRequestParameters: { resource: "https://graph.microsoft.com" },
      },
    ],
    [
      "Entra with a refresh token and no scope",
      { tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token", ...refreshed },
    ],
    [
      "Dynamics without a scope",
      { provider: "dynamics", tokenUrl: "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token" },
      "scope: is missing. Dynamics 365 and Dataverse refuses a request without scope (AADSTS900144). Set it, for example to https://{organization}.crm.dynamics.com/.default.",
    ],
    [
      "an interval that exceeds the provider's lifetime",
      { provider: "xero", intervalMinutes: 60 },
      "intervalMinutes: is 60. Expected less than assumedLifetimeMinutes − marginMinutes (30 − 10 = 20); otherwise a token expires before the next one is stored. Refresh more often, or correct the lifetime.",
    ],
    [
      "Basic with a long ID in the settings",
      { provider: "xero", clientId: "x".repeat(129) },
      "clientId: has 129 characters, encoded. The maximum with clientAuthentication basic is 128. Store it in the vault, and set clientIdSecretName to its name.",
    ],
    ["Basic with the longest ID in the settings", { provider: "xero", clientId: "x".repeat(128) }],
  ]);

  it("have for each provider a default, and an interval below its lifetime less its margin", () => {
    for (const name of Object.keys(providers) as ProviderName[]) {
      const { defaults } = providers[name];
      const { intervalMinutes = 60, assumedLifetimeMinutes = 120, marginMinutes = 10 } = defaults;
      assert.ok(intervalMinutes < assumedLifetimeMinutes - marginMinutes, name);
    }
  });
});

describe("A token URL", () => {
  const at = (tokenUrl: string): Readonly<Record<string, unknown>> => ({ tokenUrl });
  check([
    ...[
      "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
      "https://login.microsoftonline.com/%7Btenant%7D/oauth2/v2.0/token",
      "https://<tenant>.auth0.com/oauth/token",
      "https://[domain]/oauth/token",
      "https://${DOMAIN}/oauth/token",
      "https://yourDomain.okta.com/oauth2/default/v1/token",
      "https://YOUR_DOMAIN/oauth/token",
      "https://your-tenant.auth0.com/oauth/token",
      "https://login.microsoftonline.com/your-tenant-id/oauth2/v2.0/token",
      "https://MyDomainName.my.salesforce.com/services/oauth2/token",
      "https://example.com/token?tenant={tenant}",
      "https://example.com/token?tenant=YOUR_TENANT",
    ].map((url): Case => [`with a placeholder: ${url}`, at(url), `tokenUrl: ${noReplacement}${urlForm}`]),
    ...[
      "https://example.my.salesforce.com/services/oauth2/authorize",
      "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize",
      "https://sso.example.com/realms/a/protocol/openid-connect/auth",
      "https://accounts.google.com/o/oauth2/v2/auth",
      "https://account.docusign.com/oauth/auth",
      "https://contoso.service-now.com/oauth_auth.do",
      "https://login.example.com/authorize/",
    ].map((url): Case => [
      `of an authorization endpoint: ${url}`,
      { ...at(url), provider: "generic" },
      `tokenUrl: is an authorization endpoint, where people sign in. ${anyTokenUrl}`,
    ]),
    [
      "of a metadata document",
      at("https://login.example.com/.well-known/openid-configuration"),
      `tokenUrl: is a metadata document. ${anyTokenUrl}`,
    ],
    [
      "of an introspection endpoint",
      at("https://example.my.salesforce.com/services/oauth2/introspect"),
      `tokenUrl: is an introspection endpoint. ${anyTokenUrl}`,
    ],
    [
      "of a revocation endpoint",
      at("https://example.my.salesforce.com/services/oauth2/revoke"),
      `tokenUrl: is a revocation endpoint. ${anyTokenUrl}`,
    ],
    [
      "of the host where people sign in to HubSpot",
      at("https://app.hubspot.com/oauth/token"),
      "tokenUrl: has the host app.hubspot.com, where people sign in. The token endpoint is https://api.hubapi.com/oauth/2026-03/token.",
    ],
    ...(
      [
        ["acme.lightning.force.com", "acme.my.salesforce.com"],
        ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com"],
        ["acme.my.salesforce-setup.com", "acme.my.salesforce.com"],
        ["acme.lightning.crmforce.mil", "acme.my.salesforce.mil"],
        ["acme.lightning.sfcrmapps.cn", "acme.my.sfcrmproducts.cn"],
        ["acme--c.vf.force.com", "{your domain}.my.salesforce.com"],
      ] as const
    ).map(([host, own]): Case => [
      `of Salesforce's user interface: ${host}`,
      at(`https://${host}/services/oauth2/token`),
      `tokenUrl: has the host ${host} of Salesforce's user interface. Use your My Domain: https://${own}/services/oauth2/token.`,
    ]),
    ...["https://example.my.salesforce.com", "https://example.my.salesforce.com/"].map((url): Case => [
      `of a bare host: ${url}`,
      at(url),
      `tokenUrl: has a host, but no path${urlForm}`,
    ]),
    [
      "of a host without https://",
      at("example.my.salesforce.com/services/oauth2/token"),
      `tokenUrl: is not an absolute URL${urlForm}`,
    ],
    ...[" https://example.com/token", "https://example.com/token\n"].map((url): Case => [
      `with blanks: ${JSON.stringify(url)}`,
      at(url),
      `tokenUrl: has blanks around it${urlForm}`,
    ]),
    ["with a name that only resembles a placeholder", at("https://myorg.okta.com/oauth2/default/v1/token")],
    ["with a query", at("https://contoso.b2clogin.com/contoso.onmicrosoft.com/oauth2/v2.0/token?p=B2C_1_policy")],
    ["with a port", at("https://sso.example.com:9443/oauth2/token")],
    ...["client_secret", "sig", "api-key", "refresh_token", "access_token"].map((name): Case => [
      `with a secret in its query: ${name}`,
      at(`https://example.com/token?${name}=hunter2`),
      `tokenUrl: has a secret in its query${urlForm}`,
    ]),
    ...["grant_type", "client_id", "scope"].map((name): Case => [
      `with the request's own parameter in its query: ${name}`,
      at(`https://example.com/token?${name}=x`),
      `tokenUrl: has a parameter of the token request in its query${urlForm}`,
    ]),
    ["with a fragment", at("https://example.com/token#x"), `tokenUrl: has a fragment${urlForm}`],
  ]);
});
