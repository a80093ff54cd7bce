import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { addressProblems } from "../../../policy/http-addresses";
import { ourDefinitions, ourParameters } from "../our-definitions";

const identity = (audience?: unknown): object => ({
  type: "ManagedServiceIdentity",
  ...(audience === undefined ? {} : { audience }),
});

/** Paths below the action of what is wrong with its request. */
function wrong(inputs: object, values: Record<string, unknown> = {}): string[] {
  const definition = { actions: { A: { type: "Http", inputs } } };
  return addressProblems(definition, new Map(Object.entries(values)), []).problems.map(({ path }) =>
    path.replace("actions.A.", ""),
  );
}

describe("addressProblems", () => {
  it("finds nothing in this program's own definitions, and what it cannot decide while the vault is unknown", () => {
    for (const { name, definition } of ourDefinitions) {
      assert.deepEqual(addressProblems(definition, ourParameters, []), { problems: [], unknown: [] }, name);
      const { problems, unknown } = addressProblems(definition, new Map(), []);
      assert.deepEqual(problems, [], name);
      assert.ok(
        unknown.length > 0 &&
          unknown.every(({ path }) => /^actions\.(?:\w+\.(?:else\.)?actions\.)*\w+\.inputs\.uri$/.test(path)),
        name,
      );
    }
  });

  it("asks for https, as far as an address is known", () => {
    assert.deepEqual(wrong({ uri: "https://a.example/x" }), []);
    assert.deepEqual(wrong({ uri: "HTTPS://a.example" }), []);
    assert.deepEqual(wrong({ uri: "http://a.example/x" }), ["inputs.uri"]);
    assert.deepEqual(wrong({ uri: "@concat('http', '://a.example')" }), ["inputs.uri"]);
    assert.deepEqual(wrong({ uri: "@{parameters('to')}/x" }, { to: "http://a.example" }), ["inputs.uri"]);
    assert.deepEqual(wrong({ uri: "@triggerBody()?['callback']" }), ["inputs.uri"]);
    assert.deepEqual(wrong({ uri: "https://@{triggerBody()}/x" }), []);
    assert.deepEqual(wrong({ uri: "@parameters('to')" }), []);
  });

  it("asks it of each text that a variable may have, and of a variable that anything may be put into", () => {
    const set = (value: string, type = "SetVariable") => ({ type, inputs: { name: "Base URL", value } });
    const initial = { type: "InitializeVariable", inputs: { variables: [{ name: "base url", type: "string" }] } };
    const paths = (inputs: object, ...sets: object[]): string[] => {
      const actions = { Start: initial, ...Object.fromEntries(sets.map((each, index) => [`S${String(index)}`, each])) };
      const definition = { actions: { ...actions, A: { type: "Http", inputs } } };
      return addressProblems(definition, new Map(), []).problems.map(({ path }) => path.replace("actions.A.", ""));
    };
    const uri = "@{variables('Base URL')}/x";
    assert.deepEqual(paths({ uri }, set("https://a.example"), set("https://b.example")), []);
    assert.deepEqual(paths({ uri }, set("https://a.example"), set("http://b.example"), set("http://c.example")), [
      "inputs.uri",
    ]);
    assert.deepEqual(paths({ uri }, set("https://a.example"), set("@triggerBody()")), ["inputs.uri"]);
    assert.deepEqual(paths({ uri }, set("https://a.example"), set("/y", "AppendToStringVariable")), ["inputs.uri"]);
    assert.deepEqual(paths({ uri }), ["inputs.uri"]);
    const authentication = identity("https://graph.microsoft.com");
    const graph = set("https://graph.microsoft.com");
    assert.deepEqual(paths({ uri, authentication }, graph), []);
    assert.deepEqual(paths({ uri, authentication }, graph, set("https://evil.example")), [
      "inputs.authentication.audience",
    ]);
  });

  it("lets a managed identity's token go only to hosts of its audience", () => {
    const pairs: [host: string, audience: string | undefined, isRight: boolean][] = [
      ["shop.vault.azure.net", "https://vault.azure.net", true],
      ["shop.vault.azure.net", "https://vault.azure.net/", false],
      ["shop.vault.azure.net", undefined, false],
      ["shop.vault.azure.cn", "https://vault.azure.cn", true],
      ["shop.vault.azure.cn", "https://vault.azure.net", false],
      ["shop.vault.usgovcloudapi.net", "https://vault.usgovcloudapi.net", true],
      ["shop.vault.azure.net.evil.example", "https://vault.azure.net", false],
      ["shop.vault.azure.net@evil.example", "https://vault.azure.net", false],
      ["evil.example", "https://vault.azure.net", false],
      ["evil.example", "https://evil.example", true],
      ["management.azure.com", undefined, true],
      ["management.azure.com", "https://management.azure.com/", true],
      ["management.usgovcloudapi.net", "https://management.core.usgovcloudapi.net/", true],
      ["management.usgovcloudapi.net", undefined, true],
      ["management.chinacloudapi.cn", "https://management.azure.com", false],
      ["prod-00.usgovtexas.logic.azure.us", "https://management.usgovcloudapi.net", true],
      ["prod-00.usgovtexas.logic.azure.us", "https://management.azure.com", false],
      ["sb.servicebus.usgovcloudapi.net", "https://servicebus.azure.net", true],
      ["sb.servicebus.chinacloudapi.cn", "https://servicebus.chinacloudapi.cn/", true],
      ["sb.servicebus.chinacloudapi.cn", "https://servicebus.usgovcloudapi.net", false],
      ["shop.blob.core.windows.net", "https://storage.azure.com/", true],
      ["shop.blob.core.windows.net", "https://shop.blob.core.windows.net", true],
      ["graph.microsoft.com", "https://graph.microsoft.com", true],
      ["graph.microsoft.us", "https://graph.microsoft.com", false],
    ];
    for (const [host, audience, isRight] of pairs) {
      const paths = wrong({ uri: `https://${host}/secrets/a`, authentication: identity(audience) });
      assert.deepEqual(paths, isRight ? [] : ["inputs.authentication.audience"], `${host} ${audience ?? ""}`);
    }
  });

  it("knows an audience that is wrong while the vault's address is unknown", () => {
    const uri = "@{parameters('vaultUri')}/secrets/a";
    assert.deepEqual(wrong({ uri, authentication: identity("https://vault.azure.net") }), []);
    for (const audience of ["https://vault.azure.net/", "https://management.azure.com", undefined]) {
      assert.deepEqual(wrong({ uri, authentication: identity(audience) }), ["inputs.authentication.audience"]);
    }
    const anywhere = { uri: "@parameters('address')", authentication: identity("https://management.azure.com") };
    assert.deepEqual(wrong(anywhere), []);
  });

  it("finds a token that goes wherever the run says", () => {
    for (const uri of ["https://@{triggerBody()}.vault.azure.net/secrets/a", "@variables('uri')"]) {
      assert.ok(wrong({ uri, authentication: identity("https://vault.azure.net") }).includes("inputs.uri"), uri);
    }
  });

  it("takes an organisation's own audiences", () => {
    const inputs = { uri: "https://api.shop.example/x", authentication: identity("api://shop") };
    const definition = { triggers: { T: { type: "Http", inputs } } };
    const declared = [{ host: ".shop.example", audiences: ["api://shop"] }];
    assert.deepEqual(addressProblems(definition, new Map(), declared).problems, []);
    assert.deepEqual(addressProblems(definition, new Map(), []).problems, [
      {
        node: "T",
        path: "triggers.T.inputs.authentication.audience",
        message: "The token's audience must be https://api.shop.example; the definition names another.",
      },
    ]);
  });

  it("reads both requests of a webhook, and leaves open what is unknown", () => {
    const definition = {
      actions: {
        Hook: {
          type: "HttpWebhook",
          inputs: { subscribe: { uri: "http://a.example" }, unsubscribe: { uri: Symbol("unknown") } },
        },
        Auth: { type: "Http", inputs: { uri: "https://a.example", authentication: "@parameters('auth')" } },
      },
    };
    const { problems, unknown } = addressProblems(definition, new Map(), []);
    assert.deepEqual(problems, [
      { node: "Hook", path: "actions.Hook.inputs.subscribe.uri", message: "The address is not https." },
    ]);
    assert.deepEqual(unknown, [
      { node: "Hook", path: "actions.Hook.inputs.unsubscribe.uri" },
      { node: "Auth", path: "actions.Auth.inputs.authentication" },
    ]);
  });
});
