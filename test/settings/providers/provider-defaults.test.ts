import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastToken } from "../settings-under-test";

const refreshed = { grantType: "refresh_token", refreshTokenSecretName: "refresh-token" };

function resolved(changes: object) {
  const [token] = parseSettings({ tokens: [{ ...leastToken, ...refreshed, ...changes }] }).settings.tokens;
  assert.ok(token !== undefined);
  return token;
}

describe("The instance URL of a token", () => {
  for (const [host, suffixes] of [
    ["acme.my.salesforce.com", ["acme.my.salesforce.com"]],
    ["acme--uat.sandbox.my.salesforce.com", ["acme--uat.sandbox.my.salesforce.com"]],
    ["acme.my.salesforce.mil", ["acme.my.salesforce.mil"]],
    ["acme.my.sfcrmproducts.cn", ["acme.my.sfcrmproducts.cn"]],
    ["acme.my.site.com", ["my.salesforce.com"]],
    ["login.salesforce.com", ["my.salesforce.com"]],
    ["test.salesforce.com", ["my.salesforce.com"]],
    ["login.salesforce.mil", ["my.salesforce.mil"]],
    ["login.sfcrmproducts.cn", ["my.sfcrmproducts.cn"]],
  ] as const) {
    it(`goes into a tag by default at ${host}, if its host is within ${suffixes.join()}`, () => {
      const tokenUrl = `https://${host}/services/oauth2/token`;
      for (const provider of [undefined, "salesforce", "generic"]) {
        const { instanceUrl, allowedInstanceUrlSuffixes } = resolved({ tokenUrl, provider });
        assert.deepEqual([instanceUrl, allowedInstanceUrlSuffixes], ["tag", suffixes]);
      }
    });
  }

  it("goes into a tag by default at a custom domain of Salesforce's, if provider says so", () => {
    const tokenUrl = "https://login.acme.example/services/oauth2/token";
    assert.equal(resolved({ tokenUrl, provider: "salesforce" }).instanceUrl, "tag");
    assert.equal(resolved({ tokenUrl }).instanceUrl, "none");
  });

  it("goes nowhere by default at a host that only resembles Salesforce's", () => {
    for (const host of ["login.example.com", "mysalesforce.com", "my.salesforce.com.example.com"]) {
      assert.equal(resolved({ tokenUrl: `https://${host}/token` }).instanceUrl, "none", host);
    }
  });

  it("goes where the settings say, at any host", () => {
    const tokenUrl = "https://login.example.com/token";
    assert.equal(resolved({ tokenUrl, instanceUrl: "tag" }).instanceUrl, "tag");
    assert.equal(resolved({ tokenUrl: leastToken.tokenUrl, instanceUrl: "none" }).instanceUrl, "none");
  });
});

describe("The provider of a token", () => {
  const at = (tokenUrl: string) => resolved({ tokenUrl }).provider;

  it("is the one that has the host of its token URL", () => {
    assert.equal(at("https://LOGIN.microsoftonline.com./contoso.com/oauth2/v2.0/token"), "entra");
    assert.equal(at("https://acme.eu.auth0.com/oauth/token"), "auth0");
    assert.equal(at("https://account-d.docusign.com/oauth/token"), "docusign");
    assert.equal(at("https://sso.example.com/realms/a/protocol/openid-connect/token"), "generic");
  });

  it("gives defaults to the keys that are not set, and to no other", () => {
    const { clientAuthentication, intervalMinutes, assumedLifetimeMinutes, marginMinutes } = resolved({
      tokenUrl: "https://identity.xero.com/connect/token",
      intervalMinutes: "5",
    });
    assert.deepEqual(
      { clientAuthentication, intervalMinutes, assumedLifetimeMinutes, marginMinutes },
      { clientAuthentication: "basic", intervalMinutes: 5, assumedLifetimeMinutes: 30, marginMinutes: 10 },
    );
  });

  it("gives none if it is generic", () => {
    const tokenUrl = "https://identity.xero.com/connect/token";
    const { clientAuthentication, intervalMinutes } = resolved({ tokenUrl, provider: "generic" });
    assert.deepEqual([clientAuthentication, intervalMinutes], ["post", 60]);
  });

  it("gives Zoom its grant and its URL", () => {
    const zoom = { secretName: "a", provider: "zoom", clientId: "b", clientSecretName: "c", accountId: "d" };
    const [token] = parseSettings({ tokens: [zoom] }).settings.tokens;
    assert.deepEqual([token?.grantType, token?.tokenUrl], ["account_credentials", "https://zoom.us/oauth/token"]);
  });
});
