import assert from "node:assert/strict";
import { describe, it } from "mocha";
import * as oauth from "oauth4webapi";
import { walkActions } from "../../../../definition";
import { evaluate } from "../../../../emulator/logic-apps/expressions";
import { exampleScope } from "../../../emulator/logic-apps/expressions/example-scope";
import { refreshDefinition, type RefreshedToken } from "../../../../workflows";

const token: RefreshedToken = {
  secretName: "token",
  tokenUrl: "https://login.example.com/token",
  clientId: { secretName: "client-id" },
  clientSecretName: "client-secret",
  allowedInstanceUrlSuffixes: [],
  clientAuthentication: "basic",
};

interface Request {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The inputs of an action of a token's refresh. */
function requestOf(changes: Partial<RefreshedToken>, name = "Request_token"): Request {
  const definition = refreshDefinition({ ...token, ...changes }, { write: { kind: "http" } });
  const action = walkActions(definition).find((placed) => placed.name === name)?.action as { inputs: Request };
  return action.inputs;
}

/** The Authorization header that the workflow sends with these credentials in the vault. */
function headerOf(id: string, secret: string, request: Request): string {
  const values: Readonly<Record<string, string>> = { Get_client_id: id, Get_client_secret: secret };
  const scope = exampleScope({ outputs: (name) => ({ body: { value: values[name] } }) });
  return String(evaluate(request.headers["Authorization"] ?? "", scope));
}

/** ID and secret as a server reads them: base64, the first colon, and the form encoding of each part. */
function readByServer(header: string): readonly string[] {
  const [, id = "", secret = ""] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(header.replace(/^Basic /, ""), "base64").toString()) ?? [];
  return [id, secret].map((part) => new URLSearchParams(`part=${part}`).get("part") ?? "");
}

/** The header of oauth4webapi, an independent client, for the same credentials. */
async function headerOfAnotherClient(id: string, secret: string): Promise<string> {
  const headers = new Headers();
  await oauth.ClientSecretBasic(secret)(
    { issuer: "https://login.example.com" },
    { client_id: id },
    new URLSearchParams(),
    headers,
  );
  return headers.get("authorization") ?? "";
}

const hostile: readonly (readonly [what: string, id: string, secret: string])[] = [
  ["plain", "client", "secret"],
  ["colons", "a:b", "c:d:"],
  ["percent signs", "100%", "%2F%zz%25"],
  ["plus signs and slashes", "a+b/c=", "+/+="],
  ["spaces within", "my client", "my secret  value"],
  ["umlauts, kanji and emoji", "büro", "Schlüssel 鍵 🔑"],
  ["quotes, apostrophes and braces", `it's "@{x}"`, `@concat('a')'"\\`],
  ["ampersands and markup", "a&client_id=b", "<&>;#?"],
  ["unreserved characters", "a-b_c.d~e", "-_.~!*()"],
];

describe("A client that authenticates by basic", () => {
  for (const [what, id, secret] of hostile) {
    it(`is read by a server as RFC 6749 says, and as oauth4webapi is: ${what}`, async () => {
      const header = headerOf(id, secret, requestOf({}));
      assert.match(header, /^Basic [A-Za-z0-9+/]+=*$/);
      assert.deepEqual(readByServer(header), [id, secret]);
      assert.deepEqual(readByServer(await headerOfAnotherClient(id, secret)), [id, secret]);
    });

    it(`has the same header where the ID is in the settings: ${what}`, () => {
      const fixed = headerOf("", secret, requestOf({ clientId: { value: id } }));
      assert.deepEqual(readByServer(fixed), [id, secret]);
    });
  }

  it("sends spaces as +, byte for byte as form-urlencoded has it (RFC 6749, appendix B)", () => {
    const header = headerOf("a b", "ü +", requestOf({}));
    assert.equal(header, `Basic ${Buffer.from("a+b:%C3%BC+%2B").toString("base64")}`);
  });

  it("never sends its credentials in the form too", () => {
    const { body, headers } = requestOf({});
    assert.equal(body, "grant_type=client_credentials");
    assert.deepEqual(Object.keys(headers), ["Accept", "Content-Type", "Authorization"]);
  });

  it("authenticates at the introspection endpoint in the same way", () => {
    const changes = { introspectionUrl: "https://login.example.com/introspect" };
    const { headers, body } = requestOf(changes, "Introspect_token");
    assert.equal(headers["Authorization"], requestOf(changes).headers["Authorization"]);
    assert.doesNotMatch(body, /client_/);
  });

  it("has an expression of at most 256 characters, with the longest ID that the settings take too", () => {
    for (const clientId of [{ secretName: "client-id" }, { value: "x".repeat(128) }]) {
      const header = requestOf({ clientId }).headers["Authorization"] ?? "";
      assert.ok(header.slice(header.indexOf("@")).length <= 256, String(header.length));
    }
  });
});

describe("A client that authenticates by post", () => {
  it("sends its credentials in the form alone", () => {
    const { body, headers } = requestOf({ clientAuthentication: "post" });
    assert.equal(
      body,
      "grant_type=client_credentials&client_id=@{encodeUriComponent(trim(body('Get_client_id')['value']))}" +
        "&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}",
    );
    assert.deepEqual(Object.keys(headers), ["Accept", "Content-Type"]);
  });
});

describe("Credentials from the vault", () => {
  for (const ending of ["\n", "\r\n", " ", "\t\n"]) {
    it(`are sent without what is around them: ${JSON.stringify(ending)}`, () => {
      const header = headerOf(`id${ending}`, `${ending}se cret${ending}`, requestOf({}));
      assert.deepEqual(readByServer(header), ["id", "se cret"]);
    });
  }
});
