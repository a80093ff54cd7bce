import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import {
  createAuthorizationServer,
  type AuthorizationServer,
  type AuthorizationServerOptions,
} from "../../../emulator/authorization-server";
import { createNetwork, type Network } from "../../../emulator/network";
import { postForm } from "./post-form";

const tokenUrl = "https://login.fabrikam.example/oauth2/token";
const client = { clientId: "app", clientSecret: "the-secret-of-the-app" };
const credentials = { client_id: client.clientId, client_secret: client.clientSecret };

describe("authorization server", () => {
  let network: Network;
  let now: Date;

  beforeEach(async () => {
    network = await createNetwork();
    now = new Date("2026-01-01T00:00:00Z");
  });
  afterEach(() => network.close());

  function create(
    grantType: "client_credentials" | "refresh_token",
    options: Partial<AuthorizationServerOptions> = {},
  ): Promise<AuthorizationServer> {
    const clients = [{ ...client, grantType }];
    return createAuthorizationServer({ network, clock: { now: () => now }, tokenUrl, clients, ...options });
  }

  describe("client credentials", () => {
    const request = { grant_type: "client_credentials", ...credentials };

    it("answers as RFC 6749 says, with the lifetime in seconds", async () => {
      const server = await create("client_credentials");
      const { status, body } = await postForm(network, tokenUrl, request);
      const accessToken = String(body["access_token"]);
      assert.equal(status, 200);
      assert.deepEqual(body, { access_token: accessToken, expires_in: 7200, token_type: "Bearer" });
      assert.equal(await server.isActive(accessToken), true);
      assert.equal(await server.isActive("not-given-out"), false);
    });

    it("takes the secret in an Authorization header too", async () => {
      await create("client_credentials");
      const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString("base64");
      const { status } = await postForm(
        network,
        tokenUrl,
        { grant_type: "client_credentials" },
        { authorization: `Basic ${basic}` },
      );
      assert.equal(status, 200);
    });

    it("answers the scope that was asked for", async () => {
      await create("client_credentials");
      const { body } = await postForm(network, tokenUrl, { ...request, scope: "api" });
      assert.equal(body["scope"], "api");
    });

    it("ends an access token's life on the run's clock", async () => {
      const server = await create("client_credentials");
      const { body } = await postForm(network, tokenUrl, request);
      now = new Date("2026-01-01T01:59:59Z");
      assert.equal(await server.isActive(String(body["access_token"])), true);
      now = new Date("2026-01-01T02:00:00Z");
      assert.equal(await server.isActive(String(body["access_token"])), false);
    });
  });

  describe("refusals", () => {
    const wrongSecret = { grant_type: "client_credentials", client_id: "app", client_secret: "wrong" };

    it("refuses a wrong client secret", async () => {
      const server = await create("client_credentials");
      const { status, body, contentType } = await postForm(network, tokenUrl, wrongSecret, { accept: "text/html" });
      assert.equal(status, 401);
      assert.equal(contentType, "application/json; charset=utf-8");
      assert.deepEqual(body, { error: "invalid_client", error_description: "client authentication failed" });
      assert.deepEqual(server.requests(), [
        { grantType: "client_credentials", clientId: "app", status: 401, error: "invalid_client" },
      ]);
    });

    it("refuses an unknown client, and one without a secret", async () => {
      await create("client_credentials");
      const unknown = await postForm(network, tokenUrl, { ...wrongSecret, client_id: "other" });
      assert.deepEqual([unknown.status, unknown.body["error"]], [401, "invalid_client"]);
      const none = await postForm(network, tokenUrl, { grant_type: "client_credentials", client_id: "app" });
      assert.deepEqual([none.status, none.body["error"]], [401, "invalid_client"]);
    });

    it("refuses grants that it does not have, and that the client may not use", async () => {
      const server = await create("client_credentials");
      const password = await postForm(network, tokenUrl, { grant_type: "password", ...credentials });
      assert.deepEqual([password.status, password.body["error"]], [400, "unsupported_grant_type"]);
      const refresh = await postForm(network, tokenUrl, {
        grant_type: "refresh_token",
        ...credentials,
        refresh_token: "x",
      });
      assert.equal(refresh.status, 400);
      assert.deepEqual(
        server.requests().map((request) => request.status),
        [400, 400],
      );
    });

    it("serves nothing beside the token endpoint", async () => {
      const server = await create("client_credentials");
      const { status } = await postForm(network, "https://login.fabrikam.example/oauth2/other", {});
      assert.equal(status, 404);
      assert.deepEqual(server.requests(), []);
    });

    it("refuses one client id with two secrets", async () => {
      const clients = [
        { ...client, grantType: "client_credentials" as const },
        { clientId: "app", clientSecret: "another-secret", grantType: "refresh_token" as const },
      ];
      await assert.rejects(create("client_credentials", { clients }), {
        message: "The OAuth client app is given twice with different secrets: give it one secret.",
      });
    });
  });

  it("knows every secret it gave out, and shows none in its requests", async () => {
    const server = await create("refresh_token");
    const first = await server.issueRefreshToken("app");
    const { body } = await postForm(network, tokenUrl, {
      grant_type: "refresh_token",
      ...credentials,
      refresh_token: first,
    });
    assert.deepEqual(server.secrets(), [client.clientSecret, first, body["access_token"], body["refresh_token"]]);
    assert.deepEqual(server.requests(), [{ grantType: "refresh_token", clientId: "app", status: 200 }]);
  });

  it("runs beside others on one host: a token of one is nothing at another", async () => {
    const one = await create("client_credentials");
    const other = await create("client_credentials", {
      tokenUrl: "https://login.fabrikam.example/tenant-1/v2.0/token",
    });
    const { body } = await postForm(network, other.tokenUrl, { grant_type: "client_credentials", ...credentials });
    assert.equal(await other.isActive(String(body["access_token"])), true);
    assert.equal(await one.isActive(String(body["access_token"])), false);
    assert.deepEqual(one.requests(), []);
  });
});
