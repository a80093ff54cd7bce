import assert from "node:assert/strict";
import { before, describe, it } from "mocha";
import { asObject, isObject, type JsonObject } from "../../definition/json";
import type { Constructed } from "../construction/construct";
import { leastRefreshToken, leastToken } from "../stack-configuration";
import { constructed } from "./constructed";

const tokens = [
  { ...leastToken, instanceUrl: "tag" },
  { ...leastRefreshToken, instanceUrl: "secret", writePath: "http", scope: "read write" },
  { ...leastRefreshToken, secretName: "third-token", refreshTokenSecretName: "third-refresh-token" },
];

/** Every object within a JSON document, the document first. */
function objectsIn(document: unknown): readonly JsonObject[] {
  if (Array.isArray(document)) return document.flatMap(objectsIn);
  if (!isObject(document)) return [];
  return [document, ...Object.values(document).flatMap(objectsIn)];
}

describe("What the program generates", () => {
  const resources: Constructed[] = [];
  const ofType = (type: string): readonly JsonObject[] =>
    resources.filter((resource) => resource.type === type).map(({ inputs }) => asObject(inputs));
  const definitions = (): readonly unknown[] =>
    ofType("azure-native:logic:Workflow").map(({ definition }) => definition);
  const connectors = (): readonly JsonObject[] =>
    ofType("azure-native:web:CustomApi").map(({ properties }) => asObject(properties));

  before(async () => {
    for (const identity of ["system", "user"]) {
      const construction = await constructed({ tokens, identity, allowedSecretNames: ["webhook-key"] });
      resources.push(...construction.resources);
    }
    assert.deepEqual([definitions().length, connectors().length], [8, 2]);
  });

  it("holds the relay's key in a connection only, and there as a secret", () => {
    const holders = resources.filter((resource) => JSON.stringify(resource).includes("relay-key"));
    assert.deepEqual(
      holders.map(({ type, name }) => `${type} ${name}`),
      ["azure-native:web:Connection set-secret", "azure-native:web:Connection set-secret"],
    );
    for (const { inputs } of holders) assert.ok(JSON.stringify(inputs.properties).startsWith('{"secret":'));
  });

  it("has no signature in a definition or a connector's document", () => {
    for (const document of [...definitions(), ...connectors()]) {
      assert.doesNotMatch(JSON.stringify(document), /sig=|"sig":|paths\/invoke[^"]*\?/);
    }
  });

  it("gives every parameter of a workflow an empty default, as a value would stay readable there", () => {
    const empty = {
      vaultUri: { type: "String", defaultValue: "" },
      $connections: { type: "Object", defaultValue: {} },
      allowedSecretNames: { type: "Array", defaultValue: [] },
    };
    const tables = ["tokenServerErrors", "vaultFailures"];
    const declared = definitions().flatMap((definition) => Object.entries(asObject(asObject(definition).parameters)));
    const names = new Set(declared.map(([name]) => name));
    assert.deepEqual([...names].sort(), [...Object.keys(empty), ...tables].sort());
    for (const [name, parameter] of declared) {
      if (!tables.includes(name)) assert.deepEqual(parameter, empty[name as keyof typeof empty]);
    }
  });

  it("answers no value: neither in the connector's document nor in what the relay responds", () => {
    for (const { swagger } of connectors()) {
      const paths = Object.values(asObject(asObject(swagger).paths));
      assert.equal(paths.length, 1);
      const { responses } = asObject(asObject(paths[0]).put);
      const { $ref } = asObject(asObject(asObject(responses)["200"]).schema);
      assert.equal($ref, "#/definitions/SecretItem");
      const item = asObject(asObject(asObject(swagger).definitions).SecretItem);
      assert.deepEqual(Object.keys(asObject(item.properties)).sort(), ["attributes", "contentType", "id", "tags"]);
    }
    const responses = definitions()
      .flatMap(objectsIn)
      .filter(({ type }) => type === "Response");
    assert.equal(responses.length, 8);
    for (const { inputs } of responses) {
      const body = JSON.stringify(asObject(inputs).body);
      assert.doesNotMatch(body, /value/i);
      assert.doesNotMatch(body, /"@body\('[^']*'\)"|triggerBody/);
    }
  });

  it("hides inputs and outputs of every request", () => {
    const requests = definitions()
      .flatMap(objectsIn)
      .filter(({ type }) => type === "Http" || type === "ApiConnection");
    assert.equal(requests.length, 30);
    for (const { runtimeConfiguration } of requests) {
      assert.deepEqual(asObject(runtimeConfiguration).secureData, { properties: ["inputs", "outputs"] });
    }
  });

  it("asks for tokens with credentials that it reads from the vault", () => {
    const bodies = definitions()
      .flatMap(objectsIn)
      .flatMap(({ type, inputs }) => (type === "Http" ? [asObject(inputs).body] : []))
      .filter((body): body is string => typeof body === "string" && body.includes("grant_type="));
    const [crm, third, erp, ...more] = [...new Set(bodies)].sort();
    assert.deepEqual(more, []);
    assert.equal(
      crm,
      "grant_type=client_credentials&client_id=crm-client" +
        "&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}",
    );
    const byRefreshToken =
      "grant_type=refresh_token&client_id=erp-client" +
      "&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}" +
      "&refresh_token=@{encodeUriComponent(trim(body('Get_refresh_token')['value']))}";
    assert.equal(third, byRefreshToken);
    assert.equal(erp, `${byRefreshToken}&scope=read%20write`);
  });
});
