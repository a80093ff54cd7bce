import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bindToRelay, setSecretDocument } from "../../connector";
import { schemaProblems } from "./schema-problems";

const address = {
  host: "prod-01.westeurope.logic.azure.com",
  basePath: "/workflows/0123/triggers/manual/paths/invoke",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
};

describe("Microsoft's rules on files of custom connectors", () => {
  it("refuse the six times of the deployed document in the format unixtime, and nothing else", () => {
    const problems = schemaProblems("apiDefinition", bindToRelay(setSecretDocument(["token"]), address));
    assert.deepEqual(
      problems,
      [
        ["SecretSetParameters", "nbf"],
        ["SecretSetParameters", "exp"],
        ["SecretItem", "nbf"],
        ["SecretItem", "exp"],
        ["SecretItem", "created"],
        ["SecretItem", "updated"],
      ].map(
        ([schema, property]) =>
          `/definitions/${schema}/properties/attributes/properties/${property}/format must be equal to one of the allowed values`,
      ),
    );
  });

  for (const [what, kind, content] of [
    ["a document without paths", "apiDefinition", { swagger: "2.0", info: { title: "a", version: "1" } }],
    ["stackOwner", "apiProperties", { properties: { iconBrandColor: "#0078d4", stackOwner: "a" } }],
    ["properties without a brand colour", "apiProperties", { properties: {} }],
    ["an unknown key of the settings", "settings", { sig: "a" }],
  ] as const) {
    it(`refuse ${what}`, () => {
      assert.equal(schemaProblems(kind, content).length, 1);
    });
  }
});
