import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings/parse/parse-settings";
import { SettingsError } from "../../../settings/problems/settings-error";
import { leastToken, problemsOf, refreshToken } from "../settings-under-test";

const subscriptionId = "00000000-0000-0000-0000-000000000000";
const resourceGroupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-shared`;
const vaultId = `${resourceGroupId}/providers/Microsoft.KeyVault/vaults/kv-shared`;

describe("parseSettings", () => {
  it("makes the least settings, one token, complete", () => {
    assert.deepEqual(parseSettings({ tokens: [leastToken] }).settings, {
      resourceGroup: { kind: "created" },
      vault: { kind: "created" },
      authorizationModel: "rbac",
      grantScope: "secret",
      identity: "system",
      softDeleteRetentionDays: 90,
      tags: {},
      allowedSecretNames: [],
      allowedCallerIpRanges: [],
      runHistoryIpRanges: [],
      alerts: true,
      alertEmails: [],
      cloud: "public",
      consumers: [],
      tokens: [
        {
          secretName: "salesforce-token",
          provider: "salesforce",
          grantType: "client_credentials",
          clientAuthentication: "post",
          tokenRequestParameters: {},
          tokenRequestHeaders: {},
          tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
          clientId: { value: "example-client" },
          clientSecretName: "salesforce-client-secret",
          instanceUrl: "tag",
          allowedInstanceUrlSuffixes: ["example.my.salesforce.com"],
          intervalMinutes: 60,
          assumedLifetimeMinutes: 120,
          maximumLifetimeMinutes: 1440,
          marginMinutes: 10,
          writePath: "connector",
          skipWhileFresh: false,
          disableSupersededVersions: false,
          refreshOperators: [],
        },
      ],
    });
  });

  it("reads everything from text, as Pulumi hands it", () => {
    const fromText = parseSettings({
      tokens: JSON.stringify([{ ...leastToken, intervalMinutes: "30" }]),
      softDeleteRetentionDays: "7",
      tags: '{"cost center":1234,"shared":true}',
      allowedSecretNames: '["partner-api-key"]',
    });
    const parsed = parseSettings({
      tokens: [{ ...leastToken, intervalMinutes: 30 }],
      softDeleteRetentionDays: 7,
      tags: { "cost center": "1234", shared: "true" },
      allowedSecretNames: ["partner-api-key"],
    });
    assert.deepEqual(fromText, parsed);
    assert.equal(parsed.settings.tokens[0]?.intervalMinutes, 30);
    assert.deepEqual(fromText.settings.tags, { "cost center": "1234", shared: "true" });
  });

  it("takes an empty value as not given", () => {
    const empty = {
      vaultName: "",
      vaultId: "",
      location: "",
      tags: "{}",
      allowedSecretNames: "[]",
      existingRoleIds: {},
    };
    assert.deepEqual(
      parseSettings({ ...empty, authorizationModel: null, tokens: [{ ...leastToken, scope: "" }] }),
      parseSettings({ tokens: [leastToken] }),
    );
  });

  it("reads existing resources into their parts", () => {
    const { settings } = parseSettings({
      tokens: [leastToken],
      resourceGroupId,
      vaultId,
      authorizationModel: "accessPolicy",
    });
    assert.deepEqual(settings.resourceGroup, { kind: "existing", id: resourceGroupId, name: "rg-shared" });
    assert.deepEqual(settings.vault, {
      kind: "existing",
      id: vaultId,
      name: "kv-shared",
      resourceGroupName: "rg-shared",
      subscriptionId,
    });
    assert.equal(settings.grantScope, "vault");
  });

  it("reads a refresh token's settings, without keys that were not given", () => {
    const { settings } = parseSettings({ tokens: [{ ...refreshToken, instanceUrl: "secret", scope: "read write" }] });
    assert.deepEqual(settings.tokens[0], {
      secretName: "other-token",
      provider: "generic",
      clientAuthentication: "post",
      tokenRequestParameters: {},
      tokenRequestHeaders: {},
      grantType: "refresh_token",
      tokenUrl: "https://login.example.com/oauth2/token",
      clientId: { secretName: "other-client-id" },
      clientSecretName: "other-client-secret",
      refreshTokenSecretName: "other-refresh-token",
      scope: "read write",
      instanceUrl: "secret",
      allowedInstanceUrlSuffixes: ["login.example.com"],
      intervalMinutes: 60,
      assumedLifetimeMinutes: 120,
      maximumLifetimeMinutes: 1440,
      marginMinutes: 10,
      writePath: "connector",
      skipWhileFresh: false,
      disableSupersededVersions: false,
      refreshOperators: [],
    });
  });

  it("lets tokens of Salesforce's shared hosts point to every My Domain", () => {
    const { settings } = parseSettings({
      tokens: [{ ...refreshToken, tokenUrl: "https://login.salesforce.com/services/oauth2/token" }],
    });
    assert.deepEqual(settings.tokens[0]?.allowedInstanceUrlSuffixes, ["my.salesforce.com"]);
  });

  it("lets tokens of one client share its secret", () => {
    assert.deepEqual(problemsOf({ tokens: [leastToken, { ...leastToken, secretName: "second-token" }] }), []);
  });

  it("reports everything at once, however much of it is unreadable", () => {
    assert.throws(
      () =>
        parseSettings({
          vaultNam: "kv-x",
          identity: "usr",
          tokens: [7, { ...leastToken, marginMinutes: 60, scope: 5 }, leastToken],
        }),
      new SettingsError([
        { path: "vaultNam", message: "is not a known setting. Did you mean vaultName?" },
        { path: "identity", message: 'is "usr". Did you mean user? Expected system or user.' },
        {
          path: "tokens[0]",
          message: "is not an object. Expected secretName, tokenUrl and the other keys of a token.",
        },
        { path: "tokens[1].scope", message: "is a number. Expected text (in YAML: in quotes)." },
        {
          path: "tokens[1].intervalMinutes",
          message:
            "is 60. Expected less than assumedLifetimeMinutes − marginMinutes (120 − 60 = 60); otherwise a token expires before the next one is stored. Refresh more often, or correct the lifetime.",
        },
        {
          path: "tokens[2].secretName",
          message: "is the same secret as tokens[1].secretName. Each token needs its own secret. Use another name.",
        },
      ]),
    );
  });

  it("lists each problem on a line of the error", () => {
    const { message } = new SettingsError([
      { path: "tokens", message: "is missing." },
      { path: "cloud", message: "is another." },
    ]);
    assert.equal(message, "2 problems in the settings:\n  tokens: is missing.\n  cloud: is another.");
  });

  it("notes when a secret has as many versions as Key Vault backs up", () => {
    const { notes } = parseSettings({
      tokens: [leastToken, { ...refreshToken, intervalMinutes: 5, instanceUrl: "secret" }],
    });
    assert.deepEqual(
      notes.filter((note) => note.includes("500 versions")),
      [
        "tokens[0]: its secret reaches 500 versions about 21 days after the first refresh (one every 60 min). Key Vault cannot back up a secret with more versions, and cannot delete old ones.",
        "tokens[1]: its secret reaches 500 versions about 42 hours after the first refresh (one every 5 min), as does the secret of its instance URL and the secret of its refresh token, if the server rotates it. Key Vault cannot back up a secret with more versions, and cannot delete old ones.",
      ],
    );
  });
});
