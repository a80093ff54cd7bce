import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { walkActions } from "../../../../definition";
import { refreshDefinition, type RefreshedToken } from "../../../../workflows";

const token: RefreshedToken = {
  secretName: "token",
  tokenUrl: "https://login.example.com/token",
  clientId: { value: "id" },
  clientSecretName: "client-secret",
  allowedInstanceUrlSuffixes: ["example.com"],
};

/** The actions of a refresh with a grant, apart from those that write, and its token request. */
function refreshWith(grant: Partial<RefreshedToken>): { readonly names: readonly string[]; readonly request: unknown } {
  const write = { kind: "http" } as const;
  const actions = walkActions(refreshDefinition({ ...token, ...grant }, { write }));
  return {
    names: actions.filter(({ within }) => within.length === 0).map(({ name }) => name),
    request: actions.find(({ name }) => name === "Request_token")?.action.inputs,
  };
}

describe("The grant client_credentials", () => {
  const { names, request } = refreshWith({ grantType: "client_credentials" });
  const { body, retryPolicy } = request as Record<string, unknown>;

  it("reads only the client's credentials", () => {
    assert.deepEqual(names, [
      ...["Get_client_secret", "Get_client_secret_cause", "Get_client_secret_failed", "Request_token", "Read_answer"],
      ...["Answer_is_a_token", "Fail_run"],
    ]);
    assert.equal(
      body,
      "grant_type=client_credentials&client_id=id&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}",
    );
  });

  it("repeats a request whose response was lost", () => {
    assert.deepEqual(retryPolicy, { type: "exponential", count: 2, interval: "PT10S" });
  });
});

describe("The grant refresh_token", () => {
  const { names, request } = refreshWith({ grantType: "refresh_token", refreshTokenSecretName: "refresh-token" });
  const { body, retryPolicy } = request as Record<string, unknown>;

  it("reads the refresh token too, sends it, and stores a rotated one before anything else", () => {
    assert.deepEqual(names, [
      ...["Get_client_secret", "Get_client_secret_cause", "Get_client_secret_failed"],
      ...["Get_refresh_token", "Get_refresh_token_cause", "Get_refresh_token_failed"],
      ...["Request_token", "Read_answer", "Refresh_token_was_rotated"],
      ...["Answer_is_a_token", "Fail_run"],
    ]);
    assert.equal(
      body,
      "grant_type=refresh_token&client_id=id&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}" +
        "&refresh_token=@{encodeUriComponent(trim(body('Get_refresh_token')['value']))}",
    );
  });

  it("repeats no request, which may have rotated the refresh token", () => {
    assert.deepEqual(retryPolicy, { type: "none" });
  });
});

describe("The grant account_credentials", () => {
  const { names, request } = refreshWith({ grantType: "account_credentials", accountId: "an account/1" });
  const { body, retryPolicy } = request as Record<string, unknown>;

  it("reads only the client's credentials, and sends the account", () => {
    assert.deepEqual(names, refreshWith({ grantType: "client_credentials" }).names);
    assert.equal(
      body,
      "grant_type=account_credentials&client_id=id&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}" +
        "&account_id=an%20account%2F1",
    );
  });

  it("repeats a request whose response was lost", () => {
    assert.deepEqual(retryPolicy, { type: "exponential", count: 2, interval: "PT10S" });
  });
});

describe("A token request", () => {
  it("has further parameters after all others, encoded, and further headers, which are no expressions", () => {
    const { request } = refreshWith({
      scope: "read write",
      tokenRequestParameters: { audience: "https://api.example.com/@{x}", "resource[]": "a&b=c" },
      tokenRequestHeaders: { "User-Agent": "refresh (@{x})", From: "@team" },
    });
    const { headers, body } = request as Record<string, unknown>;
    assert.deepEqual(headers, {
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
      "User-Agent": "refresh (@@{x})",
      From: "@@team",
    });
    assert.equal(
      body,
      "grant_type=client_credentials&client_id=id&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}" +
        "&scope=read%20write&audience=https%3A%2F%2Fapi.example.com%2F%40%7Bx%7D&resource%5B%5D=a%26b%3Dc",
    );
  });

  it("keeps the query and the port of a token URL, in which nothing is an expression", () => {
    const { request } = refreshWith({ tokenUrl: "https://sso.example.com:8443/a/token?p=B2C_1_a&q=@{x}" });
    assert.equal((request as Record<string, unknown>)["uri"], "https://sso.example.com:8443/a/token?p=B2C_1_a&q=@@{x}");
  });
});
