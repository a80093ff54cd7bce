import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { client, serveProvider, tokenUrls, type ServedProvider } from "./served-provider";

const url = "https://contoso.my.salesforce.com/services/oauth2/revoke";

describe("Revocation at Salesforce", () => {
  let served: ServedProvider;
  beforeEach(async () => {
    served = await serveProvider("salesforce", "refresh_token");
  });
  afterEach(() => served.network.close());

  /** Posts a token, without any client. */
  const revoke = (token: string, method = "POST") =>
    served.network.send({
      method,
      url,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token }).toString(),
    });

  it("ends an access token, and leaves the refresh token", async () => {
    const refreshToken = await served.server.issueRefreshToken(client.clientId);
    const first = (await served.request({ form: { refresh_token: refreshToken } })).json;
    const accessToken = String(first["access_token"]);
    assert.equal((await revoke(accessToken)).status, 200);
    assert.equal(await served.server.isActive(accessToken), false);
    const second = await served.request({ form: { refresh_token: String(first["refresh_token"]) } });
    assert.equal(second.status, 200);
  });

  it("ends a refresh token, and the access tokens that came of it", async () => {
    const refreshToken = await served.server.issueRefreshToken(client.clientId);
    const { json } = await served.request({ form: { refresh_token: refreshToken } });
    const [accessToken, next] = [String(json["access_token"]), String(json["refresh_token"])];
    assert.equal((await revoke(next)).status, 200);
    assert.equal(await served.server.isActive(accessToken), false);
    assert.equal((await served.request({ form: { refresh_token: next } })).status, 400);
  });

  it("refuses a token that it does not know", async () => {
    const { status, body } = await revoke("unknown");
    assert.deepEqual([status, body], [400, '{"error":"invalid_token","error_description":"invalid token"}']);
    assert.equal((await revoke("unknown", "PUT")).status, 405);
  });

  it("makes introspection tell that the token is no longer active", async () => {
    const refreshToken = await served.server.issueRefreshToken(client.clientId);
    const token = String((await served.request({ form: { refresh_token: refreshToken } })).json["access_token"]);
    await revoke(token);
    const introspected = await served.request({ url: url.replace("revoke", "introspect"), form: { token } });
    assert.deepEqual(introspected.json, { active: false });
  });

  it("is served where the provider has it", async () => {
    const other = await serveProvider("auth0", "client_credentials");
    try {
      assert.equal((await other.request({ url: tokenUrls.auth0.replace("token", "revoke") })).status, 404);
    } finally {
      await other.network.close();
    }
  });
});
