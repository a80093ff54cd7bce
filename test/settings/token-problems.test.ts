import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken, problemsOf, problemsOfToken, refreshToken } from "./settings-under-test";

const noUrl =
  " (not shown, as it may hold a secret); allowed: https://host/path and nothing else, such as https://example.my.salesforce.com/services/oauth2/token.";
const noName =
  "is no name that Key Vault takes (not shown, as it may be a secret); allowed: 1 to 127 letters, digits and hyphens. If it is the secret itself, put it in the vault and give its name here.";
const plainText =
  "looks like a secret in plain text (not shown), where the name of a vault secret belongs. Put the secret in the vault, give its name here, and replace the secret if this file was shared.";
const nearest = (key: string) => `is no setting; the nearest is ${key}. Correct it, or take it out.`;

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
      "tokens[0].secretName: has 64 characters; at most 63, as its Logic App is called refresh-{name} with 9 characters that Pulumi adds, and Azure takes 80. Use a shorter name.",
    ],
    ["the longest name for the Logic App", { secretName: "a".repeat(63) }],
    [
      "no secret name",
      { secretName: undefined },
      "tokens[0].secretName: is missing or empty. Name of the vault secret that holds the token and is kept fresh.",
    ],
    ["a token URL without TLS", { tokenUrl: "http://example.com/token" }, `tokens[0].tokenUrl: is not https${noUrl}`],
    [
      "a token URL with credentials",
      { tokenUrl: "https://user:pass@example.com/token" },
      `tokens[0].tokenUrl: has credentials in it${noUrl}`,
    ],
    [
      "a token URL with a query",
      { tokenUrl: "https://example.com/token?tenant=1" },
      `tokens[0].tokenUrl: has a query${noUrl}`,
    ],
    [
      "a token URL with an empty query",
      { tokenUrl: "https://example.com/token?" },
      `tokens[0].tokenUrl: has a query${noUrl}`,
    ],
    [
      "a token URL with a fragment",
      { tokenUrl: "https://example.com/token#top" },
      `tokens[0].tokenUrl: has a fragment${noUrl}`,
    ],
    ["a token URL that is none", { tokenUrl: "example.com/token" }, `tokens[0].tokenUrl: is no absolute URL${noUrl}`],
    [
      "the grant jwt-bearer",
      { grantType: "urn:ietf:params:oauth:grant-type:jwt-bearer" },
      "tokens[0].grantType: jwt-bearer is not supported: its assertion is signed with RS256, and the expressions of Logic Apps have no function that signs. Use client_credentials, or refresh_token with a first token that a person got.",
    ],
    [
      "the grant password",
      { grantType: "password" },
      "tokens[0].grantType: password is not supported: RFC 9700 (2.4) forbids it, and Salesforce blocks it by default, since it hands a person's password to a program. Use client_credentials, or refresh_token with a first token that a person got.",
    ],
    [
      "a grant that is nearly one",
      { grantType: "client-credentials" },
      'tokens[0].grantType: is "client-credentials"; did you mean client_credentials? allowed: client_credentials, refresh_token.',
    ],
    [
      "a grant that is none",
      { grantType: "hunter2" },
      "tokens[0].grantType: is another text (not shown); allowed: client_credentials, refresh_token.",
    ],
    ...["login", "test"].map((host): [string, Record<string, unknown>, string] => [
      `${host}.salesforce.com with client credentials`,
      { tokenUrl: `https://${host}.salesforce.com/services/oauth2/token` },
      `tokens[0].tokenUrl: has the host ${host}.salesforce.com, where Salesforce refuses client_credentials; use your My Domain: https://{your domain}.my.salesforce.com/services/oauth2/token.`,
    ]),
    [
      "an interval that is not below the lifetime less its margin",
      { intervalMinutes: 110 },
      "tokens[0].intervalMinutes: is 110; must be less than assumedLifetimeMinutes − marginMinutes (120 − 10 = 110), or the token ends before its successor comes. Refresh more often, or correct the lifetime.",
    ],
    ["the longest interval for the lifetime", { intervalMinutes: 109 }],
    ["an interval below one minute", { intervalMinutes: 0 }, "tokens[0].intervalMinutes: is 0; must be at least 1."],
    [
      "an interval of half minutes",
      { intervalMinutes: "1.5" },
      "tokens[0].intervalMinutes: is 1.5; must be a whole number.",
    ],
    [
      "an interval that no Recurrence takes",
      { intervalMinutes: 72_001, assumedLifetimeMinutes: 100_000 },
      "tokens[0].intervalMinutes: is 72001; must be at most 72000.",
    ],
    [
      "an interval in words",
      { intervalMinutes: "hourly" },
      "tokens[0].intervalMinutes: is text; must be a whole number.",
    ],
    ["an unknown key", { interval: 30 }, `tokens[0].interval: ${nearest("intervalMinutes")}`],
    ["an unknown key that is empty", { interval: "" }, `tokens[0].interval: ${nearest("intervalMinutes")}`],
    ["a key with a slip", { cleintId: "x" }, `tokens[0].cleintId: ${nearest("clientId")}`],
    [
      "a client secret in plain text",
      { client_secret: "hunter2" },
      "tokens[0].client_secret: would be a secret in plain text, which no setting takes. Put it in the vault and give its name as clientSecretName. Replace the secret if this file was shared.",
    ],
    [
      "an access token in plain text",
      { accessToken: "hunter2" },
      "tokens[0].accessToken: would be a secret in plain text, which no setting takes. Take it out: the program reads secrets from the vault, by the names that clientSecretName and refreshTokenSecretName give. Replace the secret if this file was shared.",
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
      "tokens[0].clientSecretName: is a number; must be text (in YAML: put it in quotes).",
    ],
    [
      "no client id",
      { clientId: undefined },
      "tokens[0].clientId: is missing. Give the client id, or the name of the vault secret that holds it as clientIdSecretName.",
    ],
    [
      "two client ids",
      { clientIdSecretName: "client-id" },
      "tokens[0].clientId: is given together with clientIdSecretName; take one of them out.",
    ],
    [
      "a refresh token that is missing",
      { grantType: "refresh_token" },
      "tokens[0].refreshTokenSecretName: is missing. The grant refresh_token needs the name of the vault secret that holds the refresh token.",
    ],
    [
      "a refresh token that has no use",
      { refreshTokenSecretName: "refresh-token" },
      "tokens[0].refreshTokenSecretName: has no use with the grant client_credentials; take it out, or set grantType to refresh_token.",
    ],
    [
      "suffixes that have no use",
      { instanceUrl: "none", allowedInstanceUrlSuffixes: ["example.com"] },
      "tokens[0].allowedInstanceUrlSuffixes: has no use with instanceUrl none; take one of them out.",
    ],
    ...["com", ".example.com", "https://example.com", "example.com/", "203.0.113.7"].map(
      (suffix): [string, Record<string, unknown>, string] => [
        `the host suffix ${suffix}`,
        { allowedInstanceUrlSuffixes: [suffix] },
        "tokens[0].allowedInstanceUrlSuffixes[0]: is no host name of two or more labels; allowed: a name such as my.salesforce.com, without https://, leading dot, port and path.",
      ],
    ),
    [
      "a list that is none",
      { allowedInstanceUrlSuffixes: "example.com" },
      "tokens[0].allowedInstanceUrlSuffixes: is text; must be a list (in YAML: each entry on a line of its own, after a hyphen).",
    ],
    [
      "a scope with two spaces",
      { scope: "read  write" },
      'tokens[0].scope: is no scope (not shown); allowed: values of printable ASCII without " and \\, with single spaces between them.',
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
