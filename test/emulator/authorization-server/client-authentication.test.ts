import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { createAuthorizationServer, type AuthorizationServer } from "../../../emulator/authorization-server";
import { createNetwork, type Network } from "../../../emulator/network";
import { postForm, type TokenAnswer } from "./post-form";

const tokenUrl = "https://login.contoso.example/oauth/token";
const client = { clientId: "app:1", clientSecret: "50% of a+b: the secret" };
const form = { grant_type: "client_credentials" };
const basic = (id: string, secret: string): string => `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;
const encoded = basic("app%3A1", "50%25+of+a%2Bb%3A+the+secret");

describe("authorization server, client authentication", () => {
  let network: Network;
  let server: AuthorizationServer;

  beforeEach(async () => {
    network = await createNetwork();
    server = await createAuthorizationServer({
      network,
      clock: { now: () => new Date("2026-01-01T00:00:00Z") },
      tokenUrl,
      clients: [{ ...client, grantType: "client_credentials" }],
    });
  });
  afterEach(() => network.close());

  const post = (fields: Readonly<Record<string, string>>, authorization?: string): Promise<TokenAnswer> =>
    postForm(network, tokenUrl, fields, authorization === undefined ? {} : { authorization });
  const outcome = ({ status, body }: TokenAnswer): unknown => [status, body["error"] ?? "token"];

  it("takes a form-encoded ID and secret in an Authorization header", async () => {
    const answer = await post(form, encoded);
    assert.equal(answer.status, 200);
    assert.equal(await server.isActive(String(answer.body["access_token"])), true);
    assert.deepEqual(server.requests(), [{ grantType: "client_credentials", clientId: "app:1", status: 200 }]);
  });

  it("refuses a secret that is not form-encoded, or wrong, in an Authorization header", async () => {
    const raw = await post(form, basic("app%3A1", client.clientSecret));
    assert.equal(raw.status, 400);
    assert.deepEqual(outcome(await post(form, basic("app%3A1", "wrong"))), [401, "invalid_client"]);
    assert.deepEqual(outcome(await post(form, basic("other", "wrong"))), [401, "invalid_client"]);
  });

  it("refuses what is no Basic header", async () => {
    for (const header of ["Bearer x", "Basic", "Basic %%%", `Basic ${Buffer.from("no-colon").toString("base64")}`]) {
      assert.deepEqual(outcome(await post(form, header)), [400, "invalid_request"], header);
    }
  });

  it("refuses both methods at once (RFC 6749, section 2.3)", async () => {
    const both = { ...form, client_id: client.clientId, client_secret: client.clientSecret };
    assert.deepEqual(outcome(await post(both, encoded)), [400, "invalid_request"]);
    assert.deepEqual(outcome(await post(both)), [200, "token"]);
  });

  it("gives a token for the account that a client belongs to, and for no other", async () => {
    const zoomUrl = "https://zoom.us/oauth/token";
    const zoom = await createAuthorizationServer({
      network,
      clock: { now: () => new Date("2026-01-01T00:00:00Z") },
      tokenUrl: zoomUrl,
      clients: [
        {
          clientId: "zoom",
          clientSecret: "zoom-secret",
          grantType: "account_credentials",
          parameters: { account_id: "account-1" },
        },
      ],
    });
    const ask = (fields: Readonly<Record<string, string>>, secret = "zoom-secret"): Promise<TokenAnswer> =>
      postForm(
        network,
        zoomUrl,
        { grant_type: "account_credentials", ...fields },
        { authorization: basic("zoom", secret) },
      );
    const answer = await ask({ account_id: "account-1" });
    assert.deepEqual(answer.body, {
      access_token: answer.body["access_token"],
      token_type: "bearer",
      expires_in: 3599,
      scope: "user:read:admin",
      api_url: "https://api.zoom.us",
    });
    assert.equal(await zoom.isActive(String(answer.body["access_token"])), true);
    assert.ok(zoom.secrets().includes(String(answer.body["access_token"])));
    assert.deepEqual(outcome(await ask({ account_id: "account-2" })), [400, "invalid_request"]);
    assert.deepEqual(outcome(await ask({})), [400, "invalid_request"]);
    assert.deepEqual(outcome(await ask({ account_id: "account-1" }, "x")), [400, "invalid_client"]);
  });
});
