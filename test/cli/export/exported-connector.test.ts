import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { parseStringPromise } from "xml2js";
import { prepareExport } from "../../../cli/export/prepare-export";
import { targets, type Target } from "../../../cli/export/targets";
import { relayTrigger } from "../../../connector/relay/relay-definition";
import { asList, asObject, asString, type JsonObject } from "../../../definition/json";
import { searchForSecrets } from "../../../local/leak-search";
import { deployControlledStack, requireConnector, type ControlledStack } from "../../../local/stack/controlled-stack";
import { leastToken } from "../../stack-configuration";

const value = "the-value-that-a-maker-writes";

describe("A caller that knows the exported files and the relay's key", () => {
  let stack: ControlledStack;
  let key: string;
  before(async () => {
    stack = await deployControlledStack({ tokens: [leastToken], allowedSecretNames: ["webhook-key"] });
    key = asString(stack.azure.logicApps.callbackUrl(requireConnector(stack).relay.id, relayTrigger).queries.sig);
  });
  after(() => stack.azure.close());

  function filesFor(target: Target): ReadonlyMap<string, string> {
    const { files, problems } = prepareExport({ target, state: stack.deployment.state, icon: new Uint8Array() });
    assert.deepEqual(problems, []);
    return new Map(files.map(({ path, content }) => [path, Buffer.from(content).toString()]));
  }
  const json = (files: ReadonlyMap<string, string>, path: string): JsonObject =>
    asObject(JSON.parse(files.get(path) ?? ""));

  /** Sends Set secret, and gives the status and whether there is a new version. */
  async function put(url: string): Promise<readonly [number, number]> {
    const versions = (): number => stack.azure.keyVault.versions(stack.vaultName, "webhook-key").length;
    const before = versions();
    const headers = { "content-type": "application/json" };
    const { status } = await stack.azure.network.send({ method: "PUT", url, headers, body: JSON.stringify({ value }) });
    return [status, versions() - before];
  }

  /** Address of the one operation of a document, with `queries` and the key. */
  function addressOf(document: JsonObject, queries: Readonly<Record<string, string>>): string {
    const { host, basePath, paths, securityDefinitions } = document;
    const [path = ""] = Object.keys(asObject(paths));
    const parameter = asString(asObject(asObject(securityDefinitions).api_key).name);
    const query = new URLSearchParams({ ...queries, [parameter]: key }).toString();
    return `https://${String(host)}${String(basePath)}${path.replace("{secret-name}", "webhook-key")}?${query}`;
  }

  it("writes by the document as OpenAPI, with the defaults of its hidden parameters", async () => {
    const document = json(filesFor("openapi"), "apiDefinition.swagger.json");
    const { put: operation } = asObject(Object.values(asObject(document.paths))[0]);
    const defaults = asList(asObject(operation).parameters)
      .map(asObject)
      .filter((parameter) => parameter.in === "query")
      .map((parameter) => [asString(parameter.name), asString(parameter.default)] as const);
    assert.deepEqual(await put(addressOf(document, Object.fromEntries(defaults))), [200, 1]);
  });

  it("writes by the files for Power Platform, with the policies that set a query parameter", async () => {
    const files = filesFor("power-platform");
    const document = json(files, "apiDefinition.swagger.json");
    const { policyTemplateInstances } = asObject(json(files, "apiProperties.json").properties);
    const set = asList(policyTemplateInstances)
      .map((instance) => asObject(asObject(instance).parameters))
      .map((parameters) => ["name", "value"].map((part) => asString(parameters[`x-ms-apimTemplateParameter.${part}`])));
    assert.deepEqual(await put(addressOf(document, Object.fromEntries(set) as Record<string, string>)), [200, 1]);
    // The document alone does not suffice: the relay refuses a request without its constants.
    assert.deepEqual((await put(addressOf(document, {})))[1], 0);
  });

  it("writes by the policy for API Management, with the key as its named value", async () => {
    const { policies } = (await parseStringPromise(filesFor("api-management").get("policy.xml") ?? "")) as {
      policies: { inbound: [Record<string, readonly [{ readonly $: Readonly<Record<string, string>> }]>] };
    };
    const [inbound] = policies.inbound;
    const base = inbound["set-backend-service"]?.[0].$["base-url"] ?? "";
    const template = inbound["rewrite-uri"]?.[0].$.template ?? "";
    const path = template.replace("{{set-secret-relay-key}}", key).replace("{secret-name}", "webhook-key");
    assert.deepEqual(await put(base + path), [200, 1]);
  });

  for (const target of targets) {
    it(`finds no key in the files for ${target}, in any encoding`, () => {
      const places = [...filesFor(target)].map(([name, content]) => ({ name, content }));
      assert.ok(places.length > 0);
      assert.deepEqual(searchForSecrets({ secrets: [key], places }), []);
    });
  }
});
