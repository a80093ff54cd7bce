import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  createAuthorizationServer,
  findProvider,
  refusalOf,
  type OAuthProvider,
} from "../../../emulator/authorization-server";
import { createNetwork } from "../../../emulator/network";
import { client, serveProvider, tokenUrls, type ProviderName, type RequestChanges } from "./served-provider";

type Reason = keyof OAuthProvider["refusals"];

/** A request that is refused for a reason, by a provider that would otherwise answer it. */
const refusedRequests: Readonly<Record<Reason, RequestChanges>> = {
  invalid_request: { form: { grant_type: undefined } },
  invalid_client: { clientSecret: "wrong" },
  invalid_grant: { form: { refresh_token: "unknown" } },
  unauthorized_client: {},
  unsupported_grant_type: { form: { grant_type: "password" } },
  // Known to the server, and not allowed for the client.
  invalid_scope: { form: { scope: "offline_access" } },
};

/** The grant of the client, and of the request. */
function grantsFor(reason: Reason, { grantTypes: { value: grants } }: OAuthProvider): readonly [string, string] {
  const [first = ""] = grants;
  if (reason === "invalid_grant") return ["refresh_token", "refresh_token"];
  return reason === "unauthorized_client" ? ["refresh_token", first] : [first, first];
}

describe("Each provider of the emulator", () => {
  for (const name of Object.keys(tokenUrls) as ProviderName[]) {
    const provider = findProvider(tokenUrls[name]);
    for (const reason of Object.keys(provider.refusals) as Reason[]) {
      it(`${name} answers ${reason} with its own status and code`, async () => {
        const [registered, requested] = grantsFor(reason, provider);
        const { network, request } = await serveProvider(name, registered);
        try {
          const { form = {}, ...changes } = refusedRequests[reason];
          const { status, json } = await request({ ...changes, form: { grant_type: requested, ...form } });
          const refusal = refusalOf(provider, reason);
          const body = typeof refusal.body === "function" ? json : refusal.body;
          assert.deepEqual([status, json], [refusal.status, body]);
          assert.match(JSON.stringify(json), new RegExp(`"${refusal.code}"`));
        } finally {
          await network.close();
        }
      });
    }

    const [only, ...others] = provider.clientAuthentication.value;
    if (others.length === 0) {
      it(`${name} takes credentials in no other way than ${String(only)}`, async () => {
        const { network, server, request } = await serveProvider(name, "refresh_token");
        try {
          const form = { refresh_token: await server.issueRefreshToken(client.clientId) };
          const authentication = only === "basic" ? "post" : "basic";
          const { status, json } = await request({ authentication, form });
          assert.deepEqual([status, json["access_token"]], [refusalOf(provider, "invalid_client").status, undefined]);
          assert.notEqual((await request({ form })).json["access_token"], undefined);
        } finally {
          await network.close();
        }
      });
    }
  }

  it("refuses any other method than POST", async () => {
    const { network } = await serveProvider("rfc6749", "client_credentials");
    try {
      const { status, body } = await network.send({ method: "GET", url: tokenUrls.rfc6749, headers: {} });
      assert.deepEqual([status, JSON.parse(body)], [405, { error: "invalid_request" }]);
    } finally {
      await network.close();
    }
  });

  it("has nothing at a path that is not that of its token endpoint", async () => {
    const network = await createNetwork();
    try {
      const tokenUrl = "https://zoom.us/oauth/authorize";
      const clients = [{ ...client, grantType: "account_credentials" }];
      const server = await createAuthorizationServer({ network, clock: { now: () => new Date(0) }, tokenUrl, clients });
      const { status, body } = await network.send({ method: "POST", url: tokenUrl, headers: {}, body: "" });
      assert.deepEqual([status, body, server.requests()], [404, "", []]);
    } finally {
      await network.close();
    }
  });
});
