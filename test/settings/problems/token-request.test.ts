import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { problemsOfToken } from "../settings-under-test";

const plainText = (name: string, key: string): string =>
  `tokens[0].${key}: has ${name}, which would be a secret in plain text. No setting accepts a secret: remove it, and rotate the secret if this file was shared.`;
const decided = (name: string, key: string, setting: string): string =>
  `tokens[0].${key}: has ${name}, which the setting ${setting} decides. Remove it.`;

describe("Further parameters of a token request", () => {
  const key = "tokenRequestParameters";

  it("are taken as they are, and as text, as Pulumi passes them", () => {
    const parameters = { audience: "https://api.example.com/?a=b&c", resource: "urn:x", token_type: "jwt;v=1", n: "1" };
    assert.deepEqual(problemsOfToken({ [key]: parameters }), []);
    const raw = {
      secretName: "a",
      tokenUrl: "https://login.example.com/token",
      clientId: "id",
      clientSecretName: "b",
      [key]: JSON.stringify({ n: 1 }),
    };
    assert.deepEqual(parseSettings({ tokens: [raw] }).settings.tokens[0]?.tokenRequestParameters, { n: "1" });
  });

  for (const name of [
    ...["password", "client_assertion", "client_assertion_type", "assertion", "access_token", "id_token"],
    ...["subject_token", "api_key", "apikey", "subscription-key", "private_key", "code", "code_verifier", "Passwd"],
    ...["my_secret", "sig", "signature", "pin", "otp", "session_id", "sharedSecretValue", "user-credential"],
  ]) {
    it(`are refused with a name that a secret has: ${name}`, () => {
      assert.deepEqual(problemsOfToken({ [key]: { [name]: "hunter2" } }), [plainText(name, key)]);
    });
  }

  it("are refused with a name of the request's own, in any case", () => {
    for (const [name, setting] of [
      ["client_secret", "clientSecretName"],
      ["CLIENT_SECRET", "clientSecretName"],
      ["client_id", "clientId or clientIdSecretName"],
      ["refresh_token", "refreshTokenSecretName"],
      ["grant_type", "grantType"],
      ["scope", "scope"],
      ["account_id", "accountId"],
    ] as const) {
      assert.deepEqual(problemsOfToken({ [key]: { [name]: "hunter2" } }), [decided(name, key, setting)]);
    }
  });

  it("are refused without showing what may be a misplaced secret", () => {
    assert.deepEqual(problemsOfToken({ [key]: { "a1B2c3D4-token": "x", audience: " hunter2 ", b: "hun\u0007ter2" } }), [
      `tokens[0].${key}: has a name (not shown), which would be a secret in plain text. No setting accepts a secret: remove it, and rotate the secret if this file was shared; has an empty value or blanks around it in audience (value not shown). Remove them; has a value in b that is too long or has characters that cannot be sent (value not shown). Correct it.`,
    ]);
    assert.deepEqual(problemsOfToken({ [key]: { naïve: "x" } }), [
      `tokens[0].${key}: has a name that is not printable ASCII. Correct the name.`,
    ]);
    assert.deepEqual(problemsOfToken({ [key]: { lone: "\ud800" } }), [
      `tokens[0].${key}: has a value in lone that is too long or has characters that cannot be sent (value not shown). Correct it.`,
    ]);
  });
});

describe("Further headers of a token request", () => {
  const key = "tokenRequestHeaders";

  it("are taken as they are", () => {
    assert.deepEqual(
      problemsOfToken({ [key]: { "User-Agent": "@{x} @y", "X-Tenant": "contoso", Origin: "https://a" } }),
      [],
    );
  });

  for (const name of [
    ...["Proxy-Authorization", "Cookie", "X-Api-Key", "Ocp-Apim-Subscription-Key", "x-functions-key", "X-Auth-Token"],
    ...["X-Vault-Token", "X-Client-Secret", "X-Password", "X-Auth", "X-Signature"],
  ]) {
    it(`are refused with a name that a secret has: ${name}`, () => {
      assert.deepEqual(problemsOfToken({ [key]: { [name]: "hunter2" } }), [plainText(name, key)]);
    });
  }

  it("are refused where the request or Logic Apps sets them", () => {
    assert.deepEqual(problemsOfToken({ [key]: { authorization: "Basic aHVudGVyMg==" } }), [
      decided("authorization", key, "clientAuthentication"),
    ]);
    for (const name of ["Accept", "content-type", "Content-Length", "Host", "Transfer-Encoding"]) {
      assert.deepEqual(problemsOfToken({ [key]: { [name]: "x" } }), [
        `tokens[0].${key}: has ${name}, which Logic Apps or the token request sets. Remove it.`,
      ]);
    }
  });

  it("are refused where no header can have them", () => {
    assert.deepEqual(problemsOfToken({ [key]: { "a b": "x" } }), [
      `tokens[0].${key}: has a name that no header can have. Correct the name.`,
    ]);
    assert.deepEqual(problemsOfToken({ [key]: { "X-A": "a\r\nX-B: b" } }), [
      `tokens[0].${key}: has a value in X-A that is too long or has characters that cannot be sent (value not shown). Correct it.`,
    ]);
    assert.deepEqual(problemsOfToken({ [key]: { "X-A": "1", "x-a": "2" } }), [
      `tokens[0].${key}: has names that differ only in case. Remove one of them.`,
    ]);
  });
});

describe("IDs", () => {
  for (const id of [" client", "client ", "client\n", "\tclient"]) {
    it(`are refused with blanks around them: ${JSON.stringify(id)}`, () => {
      const problem = "has blanks around it (value not shown). Remove them.";
      assert.deepEqual(problemsOfToken({ clientId: id }), [`tokens[0].clientId: ${problem}`]);
      assert.deepEqual(problemsOfToken({ provider: "generic", grantType: "account_credentials", accountId: id }), [
        `tokens[0].accountId: ${problem}`,
      ]);
    });
  }
});

describe("An unknown key of a token", () => {
  const unknown = (key: string, advice: string): void => {
    assert.deepEqual(problemsOfToken({ [key]: "x" }), [`tokens[0].${key}: is not a known setting. ${advice}`]);
  };

  it("is met with the setting that it resembles", () => {
    unknown("scopes", "Did you mean scope?");
    unknown("tokenURL", "Did you mean tokenUrl?");
    unknown("intervalMinute", "Did you mean intervalMinutes?");
    unknown("tokenRequestHeader", "Did you mean tokenRequestHeaders?");
  });

  it("is met with the place of what OAuth calls so", () => {
    unknown("audience", "Set it in tokenRequestParameters.");
    unknown("resource", "Set it in tokenRequestParameters.");
    unknown("headers", "Set them in tokenRequestHeaders.");
    unknown("tenantId", "It is a part of tokenUrl.");
  });

  it("is met with no absurd suggestion", () => {
    for (const key of ["foo", "proxy", "retries", "certificate", "x", "username", "timeoutSeconds"]) {
      unknown(key, "docs/settings.md lists all of them. Remove it.");
    }
  });
});
