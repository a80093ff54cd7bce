import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { client, serveProvider, tokenUrls, type ServedProvider } from "./served-provider";

const url = "https://contoso.my.salesforce.com/services/oauth2/introspect";

describe("Introspection (RFC 7662)", () => {
  let served: ServedProvider;
  let token: string;
  beforeEach(async () => {
    served = await serveProvider("salesforce", "client_credentials");
    token = String((await served.request()).json["access_token"]);
  });
  afterEach(() => served.network.close());

  const introspect = (form: Readonly<Record<string, string>>, clientSecret = client.clientSecret) =>
    served.request({ url, clientSecret, form });

  it("tells the end of a token on the run's clock", async () => {
    const { status, json } = await introspect({ token, token_type_hint: "access_token" });
    assert.equal(status, 200);
    const now = served.clock.now().getTime() / 1_000;
    const { active, client_id: clientId, exp, iat, token_type: type } = json;
    assert.deepEqual(
      { active, clientId, exp, iat, type },
      { active: true, clientId: client.clientId, exp: now + 7_200, iat: now, type: "Bearer" },
    );
  });

  it("tells that a token is no longer active at its end, and nothing more of it", async () => {
    served.clock.advanceTo(new Date(served.clock.now().getTime() + 7_200_000));
    assert.deepEqual((await introspect({ token })).json, { active: false });
  });

  it("tells nothing of a token that it does not know", async () => {
    assert.deepEqual((await introspect({ token: "unknown" })).json, { active: false });
  });

  it("is for authenticated clients only, and counts as no token request", async () => {
    const { status, json } = await introspect({ token }, "wrong");
    assert.equal(status, 401);
    assert.equal(json["active"], undefined);
    assert.equal(served.server.requests().length, 1);
  });

  it("is refused without a token", async () => {
    const { status, json } = await introspect({});
    assert.deepEqual([status, json["error"]], [400, "invalid_request"]);
  });

  it("is served beside the token endpoint of each provider that has it", async () => {
    for (const [name, path] of [
      ["okta", "introspect"],
      ["keycloak", "token/introspect"],
      ["rfc6749", "introspect"],
    ] as const) {
      const other = await serveProvider(name, "client_credentials");
      try {
        const answer = await other.request();
        const url = tokenUrls[name].replace(/token$/, path);
        const { status, json } = await other.request({ url, form: { token: String(answer.json["access_token"]) } });
        assert.deepEqual([status, json["active"]], [200, true], name);
      } finally {
        await other.network.close();
      }
    }
  });

  it("is not served where the provider has none", async () => {
    const other = await serveProvider("auth0", "client_credentials");
    try {
      const { status } = await other.request({ url: tokenUrls.auth0.replace("token", "introspect") });
      assert.equal(status, 404);
    } finally {
      await other.network.close();
    }
  });
});
