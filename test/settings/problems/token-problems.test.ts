import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken, problemsOf, problemsOfToken, refreshToken } from "../settings-under-test";

const noUrl =
  " (value not shown, as it may contain a secret). Expected https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.";
const noName =
  "is not a valid Key Vault secret name (value not shown, as it may be a secret). Expected 1 to 127 letters, digits and hyphens. If this is the secret itself, store it in the vault and set its name here.";
const plainText =
  "looks like a secret in plain text (value not shown). Expected the name of a vault secret. Store the secret in the vault, set its name here, and rotate the secret if this file was shared.";
const nearest = (key: string) => `is not a known setting. Did you mean ${key}?`;

describe("the settings of a token", () => {
  const cases: [title: string, changes: Record<string, unknown>, ...problems: string[]][] = [
    ["a name that Key Vault refuses", { secretName: "sales_token" }, `tokens[0].secretName: ${noName}`],
    [
      "a name that is too long for Key Vault",
      { clientSecretName: "a".repeat(128) },
      `tokens[0].clientSecretName: ${noName}`,
    ],
    ["the longest name that Key Vault takes", { clientSecretName: "a".repeat(127) }],
    [
      "a name that is too long for the Logic App",
      { secretName: "a".repeat(64) },
      "tokens[0].secretName: has 64 characters. The maximum is 63: the Logic App is named refresh-{name} plus 9 characters from Pulumi, and Azure allows 80. Use a shorter name.",
    ],
    ["the longest name for the Logic App", { secretName: "a".repeat(63) }],
    [
      "no secret name",
      { secretName: undefined },
      "tokens[0].secretName: is missing or empty. Name of the vault secret that stores the token.",
    ],
    [
      "a token URL without TLS",
      { tokenUrl: "http://example.com/token" },
      `tokens[0].tokenUrl: does not use https${noUrl}`,
    ],
    [
      "a token URL with credentials",
      { tokenUrl: "https://user:pass@example.com/token" },
      `tokens[0].tokenUrl: contains credentials${noUrl}`,
    ],
    ["a token URL with a query", { tokenUrl: "https://example.com/token?tenant=1" }],
    ["a token URL with an empty query", { tokenUrl: "https://example.com/token?" }],
    [
      "a token URL with a fragment",
      { tokenUrl: "https://example.com/token#top" },
      `tokens[0].tokenUrl: has a fragment${noUrl}`,
    ],
    [
      "a token URL that is none",
      { tokenUrl: "example.com/token" },
      `tokens[0].tokenUrl: is not an absolute URL${noUrl}`,
    ],
    [
      "the grant jwt-bearer",
      { grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer" },
      "tokens[0].grantType: jwt-bearer is not supported: its assertion is signed with RS256, and Logic Apps expressions have no signing function. Use client_credentials, or refresh_token with a first token that a person obtained.",
    ],
    [
      "the grant password",
      { grantType: "password" },
      "tokens[0].grantType: password is not supported: it gives a person's password to a program. RFC 9700 (section 2.4) forbids it, and Salesforce blocks it by default. Use client_credentials, or refresh_token with a first token that a person obtained.",
    ],
    [
      "a grant that is nearly one",
      { grantType: "client-credentials" },
      'tokens[0].grantType: is "client-credentials". Did you mean client_credentials? Expected one of client_credentials, refresh_token, account_credentials.',
    ],
    [
      "a grant that is none",
      { grantType: "hunter2" },
      "tokens[0].grantType: is not an allowed value (value not shown). Expected one of client_credentials, refresh_token, account_credentials.",
    ],
    ...["login", "test"].map((host): [string, Record<string, unknown>, string] => [
      `${host}.salesforce.com with client credentials`,
      { tokenUrl: `https://${host}.salesforce.com/services/oauth2/token` },
      `tokens[0].tokenUrl: has the host ${host}.salesforce.com, where Salesforce rejects client_credentials. Use your My Domain: https://{your domain}.my.salesforce.com/services/oauth2/token.`,
    ]),
    [
      "an interval that is not below the lifetime less its margin",
      { intervalMinutes: 110 },
      "tokens[0].intervalMinutes: is 110. Expected less than assumedLifetimeMinutes − marginMinutes (120 − 10 = 110); otherwise a token expires before the next one is stored. Refresh more often, or correct the lifetime.",
    ],
    ["the longest interval for the lifetime", { intervalMinutes: 109 }],
    ["an interval below one minute", { intervalMinutes: 0 }, "tokens[0].intervalMinutes: is 0. The minimum is 1."],
    [
      "an interval of half minutes",
      { intervalMinutes: "1.5" },
      "tokens[0].intervalMinutes: is 1.5. Expected a whole number.",
    ],
    [
      "an interval that no Recurrence takes",
      { intervalMinutes: 72_001, assumedLifetimeMinutes: 100_000 },
      "tokens[0].intervalMinutes: is 72001. The maximum is 72000.",
    ],
    [
      "an interval in words",
      { intervalMinutes: "hourly" },
      "tokens[0].intervalMinutes: is text. Expected a whole number.",
    ],
    ["an unknown key", { interval: 30 }, `tokens[0].interval: ${nearest("intervalMinutes")}`],
    ["an unknown key that is empty", { interval: "" }, `tokens[0].interval: ${nearest("intervalMinutes")}`],
    ["a key with a slip", { cleintId: "x" }, `tokens[0].cleintId: ${nearest("clientId")}`],
    [
      "a client secret in plain text",
      { client_secret: "hunter2" },
      "tokens[0].client_secret: would be a secret in plain text, which no setting accepts. Store the secret in the vault and set its name as clientSecretName. Rotate the secret if this file was shared.",
    ],
    [
      "an access token in plain text",
      { accessToken: "hunter2" },
      "tokens[0].accessToken: would be a secret in plain text, which no setting accepts. Remove it: the program reads secrets from the vault, by the names in clientSecretName and refreshTokenSecretName. Rotate the secret if this file was shared.",
    ],
    [
      "a consumer secret in hexadecimal",
      { clientSecretName: "A".repeat(8) + "1B2C3D4E5F60718293A4B5C6" },
      `tokens[0].clientSecretName: ${plainText}`,
    ],
    [
      "a consumer secret in digits",
      { clientSecretName: "1234567890123456789" },
      `tokens[0].clientSecretName: ${plainText}`,
    ],
    [
      "a secret that is a GUID",
      { clientSecretName: "a3bb189e-8bf9-3888-9912-ace4e6543002" },
      `tokens[0].clientSecretName: ${plainText}`,
    ],
    [
      "a consumer secret in digits, as a number",
      { clientSecretName: 123456789 },
      "tokens[0].clientSecretName: is a number. Expected text (in YAML: in quotes).",
    ],
    [
      "no client id",
      { clientId: undefined },
      "tokens[0].clientId: is missing. Set the client ID, or set clientIdSecretName to the vault secret that holds it.",
    ],
    [
      "two client ids",
      { clientIdSecretName: "client-id" },
      "tokens[0].clientId: cannot be combined with clientIdSecretName. Remove one of them.",
    ],
    [
      "a refresh token that is missing",
      { grantType: "refresh_token" },
      "tokens[0].refreshTokenSecretName: is missing. With grantType refresh_token, set the name of the vault secret that holds the refresh token.",
    ],
    [
      "a refresh token that has no use",
      { refreshTokenSecretName: "refresh-token" },
      "tokens[0].refreshTokenSecretName: has no effect with grantType client_credentials. Remove it, or set grantType to refresh_token.",
    ],
    [
      "suffixes that have no use",
      { instanceUrl: "none", allowedInstanceUrlSuffixes: ["example.com"] },
      "tokens[0].allowedInstanceUrlSuffixes: has no effect with instanceUrl none. Remove it, or change instanceUrl.",
    ],
    ...["com", ".example.com", "https://example.com", "example.com/", "203.0.113.7"].map(
      (suffix): [string, Record<string, unknown>, string] => [
        `the host suffix ${suffix}`,
        { allowedInstanceUrlSuffixes: [suffix] },
        "tokens[0].allowedInstanceUrlSuffixes[0]: is not a host name with at least two labels. Expected a name such as my.salesforce.com, without https://, leading period, port and path.",
      ],
    ),
    [
      "a list that is none",
      { allowedInstanceUrlSuffixes: "example.com" },
      "tokens[0].allowedInstanceUrlSuffixes: is text. Expected a list (in YAML: each item on its own line, after a hyphen).",
    ],
    [
      "a scope with two spaces",
      { scope: "read  write" },
      'tokens[0].scope: is not a valid scope (value not shown). Expected printable ASCII values without " and \\, separated by single spaces.',
    ],
  ];
  for (const [title, changes, ...problems] of cases) {
    it(`${problems.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(problemsOfToken(changes), problems);
    });
  }

  it("take login.salesforce.com with a refresh token", () => {
    assert.deepEqual(
      problemsOf({ tokens: [{ ...refreshToken, tokenUrl: "https://login.salesforce.com/token" }, leastToken] }),
      [],
    );
  });
});
