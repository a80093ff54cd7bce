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
const client = { clientId: "app", clientSecret: "the-secret-of-the-app", grantType: "refresh_token" as const };
const credentials = { client_id: client.clientId, client_secret: client.clientSecret };

describe("authorization server: refresh tokens", () => {
  let network: Network;

  beforeEach(async () => {
    network = await createNetwork();
  });
  afterEach(() => network.close());

  function create(options: Partial<AuthorizationServerOptions> = {}): Promise<AuthorizationServer> {
    const clock = { now: () => new Date("2026-01-01T00:00:00Z") };
    return createAuthorizationServer({ network, clock, tokenUrl, clients: [client], ...options });
  }

  const refresh = (refreshToken: unknown) =>
    postForm(network, tokenUrl, { grant_type: "refresh_token", ...credentials, refresh_token: String(refreshToken) });

  it("gives a new refresh token each time, and revokes the family when an old one comes back", async () => {
    const server = await create();
    const first = await server.issueRefreshToken("app");
    const second = await refresh(first);
    assert.equal(second.status, 200);
    assert.deepEqual(Object.keys(second.body).sort(), [
      "access_token",
      "expires_in",
      "refresh_token",
      "scope",
      "token_type",
    ]);
    assert.notEqual(second.body["refresh_token"], first);
    const third = await refresh(second.body["refresh_token"]);
    assert.equal(third.status, 200);
    assert.equal(await server.isActive(String(third.body["access_token"])), true);

    const replayed = await refresh(first);
    assert.deepEqual([replayed.status, replayed.body["error"]], [400, "invalid_grant"]);
    assert.equal((await refresh(third.body["refresh_token"])).body["error"], "invalid_grant");
    assert.equal(await server.isActive(String(third.body["access_token"])), false);
  });

  it("keeps families apart", async () => {
    const server = await create();
    const [one, other] = [await server.issueRefreshToken("app"), await server.issueRefreshToken("app")];
    await refresh(one);
    await refresh(one);
    assert.equal((await refresh(other)).status, 200);
  });

  it("refuses another client's refresh token, and does not revoke it", async () => {
    const clients = ["app", "other"].map((clientId) => ({
      ...client,
      clientId,
    }));
    const server = await create({ clients });
    const token = await server.issueRefreshToken("other");
    assert.deepEqual((await refresh(token)).body["error"], "invalid_grant");
    const own = { grant_type: "refresh_token", ...credentials, client_id: "other", refresh_token: token };
    assert.equal((await postForm(network, tokenUrl, own)).status, 200);
  });

  it("names an unknown client when asked for a refresh token", async () => {
    const server = await create();
    await assert.rejects(server.issueRefreshToken("nobody"), {
      message: "No OAuth client nobody is registered at https://login.fabrikam.example: name one that is.",
    });
  });
});
