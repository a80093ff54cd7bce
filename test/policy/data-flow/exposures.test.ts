import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { secured } from "../../../definition";
import type { Exposure } from "../../../policy/data-flow";
import { findExposures } from "../../../policy/data-flow";
import { ourDefinitions, ourParameters } from "../our-definitions";

const known = new Map<string, unknown>();

/** A secret read from a vault, hidden. */
const get = {
  type: "Http",
  inputs: {
    method: "GET",
    uri: "https://shop.vault.azure.net/secrets/key",
    authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
  },
  runtimeConfiguration: secured,
};
const value = "body('Get')['value']";
/** A token that is asked for, hidden. */
const ask = {
  type: "Http",
  inputs: { method: "POST", uri: "https://login.example.com/oauth2/token", body: "grant_type=client_credentials" },
  runtimeConfiguration: secured,
};

/** Where a secret shows: `action path kind`. */
function shows(actions: object, rest: object = {}): string[] {
  const { exposures } = findExposures({ actions: { Get: get, Ask: ask, ...actions }, ...rest }, known);
  return exposures.map(described);
}

function described({ node, path, kind }: Exposure): string {
  return [...(node === undefined ? [] : [node.name]), path, kind].join(" ");
}

function compose(inputs: unknown): object {
  return { X: { type: "Compose", inputs } };
}

describe("findExposures", () => {
  it("finds nothing in this program's own definitions, whether their parameters are known or not", () => {
    for (const { name, definition } of ourDefinitions) {
      assert.deepEqual(findExposures(definition, ourParameters), { exposures: [], unknown: [], handed: [] }, name);
      assert.deepEqual(findExposures(definition, known), { exposures: [], unknown: [], handed: [] }, name);
    }
  });

  it("knows where secrets come from", () => {
    const unsecured = { runtimeConfiguration: {} };
    const http = (method: string, uri: string, rest = {}): object => ({
      type: "Http",
      inputs: { method, uri, ...rest },
    });
    const connection = (method: string, path: string): object => ({ type: "ApiConnection", inputs: { method, path } });
    const sources: [action: object, kinds: string[]][] = [
      [{ ...get, ...unsecured }, ["outputs-not-secured"]],
      [http("GET", "@{parameters('vaultUri')}/secrets/key"), ["outputs-not-secured"]],
      [http("GET", "https://@{parameters('name')}.vault.azure.cn/secrets/key/1"), ["outputs-not-secured"]],
      [http("POST", "https://shop.vault.usgovcloudapi.net/secrets/key/backup"), ["outputs-not-secured"]],
      [http("POST", "https://shop.vault.azure.net/keys/k/1/decrypt"), ["outputs-not-secured"]],
      [
        http("PUT", "https://shop.vault.azure.net/secrets/a", { body: { value: "@utcNow()" } }),
        ["inputs-not-secured", "outputs-not-secured"],
      ],
      [{ ...ask, ...unsecured }, ["outputs-not-secured"]],
      [http("POST", "https://example.com/login", { body: "a=b&grant_type=password" }), ["outputs-not-secured"]],
      [http("POST", "https://example.com/login", { body: { grant_type: "password" } }), ["outputs-not-secured"]],
      [http("POST", "https://example.com", { body: "@concat('grant_type=', 'x')" }), ["outputs-not-secured"]],
      [
        http("POST", "https://management.azure.com/x/triggers/manual/listCallbackUrl?api-version=1"),
        ["outputs-not-secured"],
      ],
      [connection("get", "/secrets/@{encodeURIComponent('key')}/value"), ["outputs-not-secured"]],
      [http("GET", "https://shop.vault.azure.net/secrets"), []],
      [http("GET", "https://shop.vault.azure.net/keys/k"), []],
      [http("GET", "https://example.com/secrets/key"), []],
      [http("DELETE", "https://shop.vault.azure.net/secrets/key"), []],
      [connection("get", "/datasets/default/tables"), []],
    ];
    for (const [source, kinds] of sources) {
      const { exposures } = findExposures({ actions: { S: source } }, known);
      assert.deepEqual(
        exposures.map(({ kind }) => kind),
        kinds,
        JSON.stringify(source),
      );
    }
  });

  it("takes secure parameters and callback URLs for secrets", () => {
    const parameters = { pass: { type: "securestring" }, all: { type: "SecureObject" }, plain: { type: "String" } };
    assert.deepEqual(shows(compose("@parameters('Pass')"), { parameters }), ["X inputs kind-cannot-hide"]);
    assert.deepEqual(shows(compose({ a: ["@{parameters('all')['x']}"] }), { parameters }), [
      "X inputs.a[0] kind-cannot-hide",
    ]);
    assert.deepEqual(shows(compose("@parameters('plain')"), { parameters }), []);
    assert.deepEqual(shows(compose("@listCallbackUrl()")), ["X inputs kind-cannot-hide"]);
  });

  it("takes what a caller sends to be written to a vault for a secret of the trigger", () => {
    const write = {
      type: "Http",
      inputs: {
        ...get.inputs,
        method: "PUT",
        body: { value: "@triggerBody()?['Token']", tags: "@triggerBody()?['t']" },
      },
      runtimeConfiguration: secured,
    };
    const trigger = { triggers: { manual: { type: "Request", kind: "Http" } } };
    assert.deepEqual(shows({ Write: write }, trigger), ["manual outputs outputs-not-secured"]);
    const hidden = {
      triggers: { manual: { type: "Request", runtimeConfiguration: { secureData: { properties: ["Outputs"] } } } },
    };
    assert.deepEqual(shows({ Write: write }, hidden), []);
    assert.deepEqual(shows({ Write: write, ...compose("@triggerBody()['t']") }, hidden), []);
    assert.deepEqual(shows({ Write: write, ...compose("@triggerOutputs()['body']") }, hidden), [
      "X inputs kind-cannot-hide",
    ]);
  });

  it("follows what is made from a secret, and nothing that tells no more than yes or no", () => {
    const secrets = [
      `@${value}`,
      "@body('get')?.value",
      "@outputs('Get')['body']['value']",
      "@outputs('Get')",
      "@actions('Get')['outputs']",
      "@body('Get')",
      `@base64(${value})`,
      `@substring(${value}, 0, 1)`,
      `@{concat('x', ${value})}`,
      `@if(true, ${value}, '')`,
      "@json(string(body('Get')))['value']",
      "@body(concat('Ge', 't'))",
      "@body('Get')[variables('name')]",
      "@setProperty(body('Ask'), 'access_token', 1)",
      "@body('Ask')",
      "@body('Ask')['Access_Token']",
      "@body('Ask')['refreshToken']",
      "@string(outputs('Ask'))",
    ];
    for (const made of secrets) assert.deepEqual(shows(compose(made)), ["X inputs kind-cannot-hide"], made);
    const plain = [
      "@body('Get')['id']",
      "@body('Get')['attributes']?['exp']",
      "@outputs('Get')?['statusCode']",
      "@outputs('Get')['headers']",
      "@actions('Get')?['status']",
      "@body('Ask')?['expires_in']",
      "@body('Ask')?['error']",
      "@json(string(body('Ask')))?['error']",
      `@empty(${value})`,
      `@not(equals(${value}, 'a'))`,
      `@length(${value})`,
      `@if(equals(${value}, 'a'), 'yes', 'no')`,
      "@removeProperty(body('Get'), 'Value')",
      `@@${value}`,
    ];
    for (const made of plain) assert.deepEqual(shows(compose(made)), [], made);
  });
});
