import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { client, serveProvider, tokenUrls, type ProviderName, type ServedProvider } from "./served-provider";

const minute = 60_000;

/** Serves a provider while something is tried with it. */
async function withProvider<T>(
  name: ProviderName,
  grantType: string,
  attempt: (served: ServedProvider) => Promise<T>,
): Promise<T> {
  const served = await serveProvider(name, grantType);
  try {
    return await attempt(served);
  } finally {
    await served.network.close();
  }
}

/** Refreshes with a refresh token; gives the status, and the refresh token of the answer. */
const refreshWith = async ({ request }: ServedProvider, token: unknown): Promise<readonly [number, unknown]> => {
  const { status, json } = await request({ form: { refresh_token: String(token) } });
  return [status, json["refresh_token"]];
};

const advance = ({ clock }: ServedProvider, milliseconds: number): void => {
  clock.advanceTo(new Date(clock.now().getTime() + milliseconds));
};

describe("The rules of the emulated providers", () => {
  describe("on client authentication", () => {
    for (const name of ["xero", "fitbit", "spotify"] as const) {
      it(`${name} refuses credentials in the form, and takes them in a header`, () =>
        withProvider(name, "client_credentials", async ({ request, server }) => {
          const byForm = await request({ authentication: "post" });
          const byHeader = await request({ authentication: "basic" });
          assert.ok(byForm.status >= 400, byForm.body);
          assert.equal(byHeader.status, 200, byHeader.body);
          assert.deepEqual(
            server.requests().map(({ status }) => status),
            [byForm.status, 200],
          );
        }));
    }

    it("hubspot refuses credentials in a header, and takes them in the form", () =>
      withProvider("hubspot", "refresh_token", async ({ request, server }) => {
        const form = { refresh_token: await server.issueRefreshToken(client.clientId) };
        const byHeader = await request({ authentication: "basic", form });
        assert.deepEqual([byHeader.status, byHeader.json["status"]], [400, "BAD_CLIENT_SECRET"]);
        assert.equal((await request({ form })).status, 200);
      }));

    it("a refused client uses up no refresh token", () =>
      withProvider("fitbit", "refresh_token", async ({ request, server }) => {
        const form = { refresh_token: await server.issueRefreshToken(client.clientId) };
        assert.equal((await request({ authentication: "post", form })).status, 401);
        assert.equal((await request({ clientSecret: "wrong", form })).status, 401);
        assert.equal((await request({ form })).status, 200);
      }));
  });

  describe("on grants and parameters", () => {
    for (const name of ["google", "quickbooks", "docusign", "hubspot", "github", "zoho"] as const) {
      it(`${name} has no client credentials`, () =>
        withProvider(name, "client_credentials", async ({ request }) => {
          const { status, json } = await request();
          assert.equal(json["access_token"], undefined);
          assert.ok(status >= 400 || json["error"] !== undefined, String(status));
        }));
    }

    for (const [name, parameter, status, error] of [
      ["entra", "scope", 400, "invalid_request"],
      ["entra-b2c", "scope", 400, "invalid_request"],
      ["okta", "scope", 400, "invalid_scope"],
      ["auth0", "audience", 403, "access_denied"],
    ] as const) {
      it(`${name} requires ${parameter} with client credentials`, () =>
        withProvider(name, "client_credentials", async ({ request }) => {
          const without = await request({ form: { [parameter]: undefined } });
          assert.deepEqual([without.status, without.json["error"]], [status, error]);
          assert.equal((await request()).status, 200);
        }));
    }

    it("zoom takes account_credentials with an account_id, and no client_credentials", async () => {
      await withProvider("zoom", "account_credentials", async ({ request, server }) => {
        assert.equal((await request({ form: { account_id: undefined } })).status, 400);
        const { status, json } = await request();
        assert.deepEqual([status, json["api_url"]], [200, "https://api.zoom.us"]);
        assert.equal(await server.isActive(String(json["access_token"])), true);
      });
      await withProvider("zoom", "client_credentials", async ({ request }) => {
        assert.equal((await request()).json["error"], "unsupported_grant_type");
      });
    });
  });

  describe("on refresh tokens", () => {
    it("google answers none, and keeps the one that it was sent", () =>
      withProvider("google", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        assert.deepEqual(await refreshWith(served, token), [200, undefined]);
        assert.deepEqual(await refreshWith(served, token), [200, undefined]);
      }));

    it("hubspot answers the same one each time", () =>
      withProvider("hubspot", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        assert.deepEqual(await refreshWith(served, token), [200, token]);
        advance(served, 100 * 24 * 60 * minute);
        assert.deepEqual(await refreshWith(served, token), [200, token]);
      }));

    it("quickbooks answers the same one for a day, and then a new one", () =>
      withProvider("quickbooks", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        advance(served, 23 * 60 * minute);
        assert.deepEqual(await refreshWith(served, token), [200, token]);
        advance(served, 2 * 60 * minute);
        const [status, next] = await refreshWith(served, token);
        assert.equal(status, 200);
        assert.notEqual(next, token);
        assert.deepEqual(await refreshWith(served, next), [200, next]);
        assert.deepEqual(await refreshWith(served, token), [400, undefined]);
      }));

    it("xero takes a replaced one for half an hour, and revokes the family after that", () =>
      withProvider("xero", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        const [, second] = await refreshWith(served, token);
        assert.notEqual(second, token);
        advance(served, 29 * minute);
        const [status, third] = await refreshWith(served, token);
        assert.equal(status, 200);
        // A second use does not prolong it.
        advance(served, 2 * minute);
        assert.deepEqual(await refreshWith(served, token), [400, undefined]);
        assert.deepEqual(await refreshWith(served, third), [400, undefined]);
        assert.deepEqual(await refreshWith(served, second), [400, undefined]);
      }));

    it("okta takes a replaced one for half a minute", () =>
      withProvider("okta", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        await refreshWith(served, token);
        advance(served, minute / 2 - 1);
        assert.equal((await refreshWith(served, token))[0], 200);
        advance(served, 1);
        assert.deepEqual(await refreshWith(served, token), [400, undefined]);
      }));

    it("auth0 refuses a used one at once, and revokes the family", () =>
      withProvider("auth0", "refresh_token", async (served) => {
        const token = await served.server.issueRefreshToken(client.clientId);
        const [, second] = await refreshWith(served, token);
        assert.deepEqual(await refreshWith(served, token), [403, undefined]);
        assert.deepEqual(await refreshWith(served, second), [403, undefined]);
      }));

    for (const name of ["entra", "keycloak", "docusign"] as const) {
      it(`${name} answers a new one each time, and the old one stays valid`, () =>
        withProvider(name, "refresh_token", async (served) => {
          const token = await served.server.issueRefreshToken(client.clientId);
          const [, second] = await refreshWith(served, token);
          assert.notEqual(second, token);
          advance(served, 24 * 60 * minute);
          const [status, third] = await refreshWith(served, token);
          assert.equal(status, 200);
          assert.notEqual(third, second);
        }));
    }
  });

  describe("on access tokens", () => {
    it("servicenow answers the same one with the time that is left, and then a new one", () =>
      withProvider("servicenow", "client_credentials", async (served) => {
        const token = async () => {
          const { json } = await served.request();
          return [json["access_token"], json["expires_in"]];
        };
        const [first, lifetime] = await token();
        assert.equal(lifetime, 1_799);
        advance(served, 10 * minute);
        assert.deepEqual(await token(), [first, 1_199]);
        advance(served, 20 * minute);
        const [second, again] = await token();
        assert.notEqual(second, first);
        assert.equal(again, 1_799);
      }));

    it("salesforce has an instance_url by the host of the request, and none of a lifetime", async () => {
      await withProvider("salesforce", "client_credentials", async ({ request, server, clock }) => {
        const { json } = await request();
        assert.deepEqual(Object.keys(json), [
          "access_token",
          "signature",
          "instance_url",
          "id",
          "token_type",
          "issued_at",
        ]);
        assert.equal(json["instance_url"], "https://contoso.my.salesforce.com");
        assert.equal(json["issued_at"], String(clock.now().getTime()));
        assert.deepEqual(server.instanceUrls(), ["https://contoso.my.salesforce.com"]);
        assert.deepEqual(server.secrets(), [client.clientSecret, json["access_token"]]);
      });
    });

    it("github answers a form to a request that does not accept JSON", () =>
      withProvider("github", "refresh_token", async ({ request, server }) => {
        const form = { refresh_token: await server.issueRefreshToken(client.clientId) };
        const { headers, body } = await request({ form, headers: { accept: "*/*" } });
        assert.equal(headers["content-type"], "application/x-www-form-urlencoded; charset=utf-8");
        assert.equal(new URLSearchParams(body).get("expires_in"), "28800");
      }));
  });

  it("hold at a port, with a final dot and with a query", async () => {
    await withProvider("keycloak", "client_credentials", async ({ request }) => {
      assert.equal(new URL(tokenUrls.keycloak).port, "8443");
      assert.equal((await request()).status, 200);
      assert.equal((await request({ url: tokenUrls.keycloak.replace(":8443", ".:8443") })).status, 200);
      await assert.rejects(request({ url: tokenUrls.keycloak.replace(":8443", "") }), /Nothing here serves/);
    });
    await withProvider("entra-b2c", "refresh_token", async ({ request, server }) => {
      const form = { refresh_token: await server.issueRefreshToken(client.clientId) };
      assert.equal((await request({ form })).status, 200);
    });
  });
});
