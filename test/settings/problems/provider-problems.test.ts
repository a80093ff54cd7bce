import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { providers, type ProviderName } from "../../../settings/providers";
import { leastToken } from "../settings-under-test";
import { check, type ProblemCase } from "./problem-cases";

const refreshed = { grantType: "refresh_token", refreshTokenSecretName: "refresh-token" };

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
    ...["common", "organizations", "consumers"].map((tenant): ProblemCase => [
      `Entra's ${tenant} with client credentials`,
      { tokenUrl: `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, scope: "api://orders/.default" },
      `tokenUrl: has ${tenant} in place of a tenant, where Microsoft Entra ID has no client_credentials. Expected https://login.microsoftonline.com/{tenant ID}/oauth2/v2.0/token.`,
    ]),
    [
      "Entra's common with a refresh token",
      { tokenUrl: "https://login.microsoftonline.com/common/oauth2/v2.0/token", ...refreshed },
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
