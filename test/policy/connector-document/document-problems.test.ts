import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { setSecretDocument, setSecretPath } from "../../../connector";
import { documentProblems, writesToVault } from "../../../policy/connector-document";

const allowed = ["PUT /secrets/{name}"];
type Json = Record<string, unknown>;
interface Operation {
  parameters: Json[];
  responses: Record<string, Json>;
}

/** Our document, changed. */
function problems(change: (document: Json, put: Operation) => void): string[] {
  const document = structuredClone(setSecretDocument(["a", "b"])) as unknown as Json;
  const paths = document.paths as Record<string, { put: Operation }>;
  const put = paths[setSecretPath]?.put;
  assert.ok(put !== undefined);
  change(document, put);
  return documentProblems(document, allowed).map(({ problem }) => problem);
}

function parameter(put: Operation, name: string): Json {
  const found = put.parameters.find((each) => each.name === name);
  assert.ok(found !== undefined);
  return found;
}

function definition(document: Json, name: string): Record<string, Json> {
  return (document.definitions as Record<string, { properties: Record<string, Json> }>)[name]?.properties ?? {};
}

describe("documentProblems", () => {
  it("finds nothing in this program's own document", () => {
    assert.deepEqual(
      problems(() => undefined),
      [],
    );
  });

  it("finds an operation that is not declared", () => {
    assert.deepEqual(
      problems((document) => {
        (document.paths as Json)["/secrets/{secret-name}/versions"] = { get: {} };
      }),
      ["operation-not-declared"],
    );
  });

  it("finds what is not only https", () => {
    for (const schemes of [["http", "https"], ["http"], [], undefined]) {
      assert.deepEqual(
        problems((document) => (document.schemes = schemes)),
        ["not-https"],
      );
    }
  });

  it("finds a value that is not marked as secret", () => {
    assert.deepEqual(
      problems((document) => delete definition(document, "SecretSetParameters").value?.format),
      ["value-not-marked"],
    );
    assert.deepEqual(
      problems((_, put) => (parameter(put, "parameters").schema = { type: "object", properties: { value: {} } })),
      ["value-not-marked"],
    );
  });

  it("finds a secret in an answer, however deep and under whatever status", () => {
    const value = { type: "string" };
    assert.deepEqual(
      problems((document) => (definition(document, "SecretItem").value = value)),
      ["value-in-response"],
    );
    const schemas = [
      { type: "array", items: { properties: { Value: value } } },
      { allOf: [{ properties: { a: { additionalProperties: { properties: { value } } } } }] },
      { properties: { data: { type: "string", format: "password" } } },
      { properties: { clientSecret: value } },
    ];
    for (const schema of schemas) {
      assert.deepEqual(
        problems((_, put) => (put.responses["201"] = { schema })),
        ["value-in-response"],
      );
    }
    assert.deepEqual(
      problems((_, put) => (put.responses["201"] = { examples: { "application/json": { value: 1 } } })),
      ["value-in-response"],
    );
  });

  it("finds a secret in an address", () => {
    for (const secret of [
      { name: "value", in: "query", type: "string" },
      { name: "x", in: "query", type: "string", format: "password" },
      { name: "token", in: "header", type: "string" },
    ]) {
      assert.deepEqual(
        problems((_, put) => put.parameters.push(secret)),
        ["secret-in-address"],
      );
    }
  });

  it("finds names that are not limited", () => {
    for (const names of [undefined, [], "any"]) {
      assert.deepEqual(
        problems((_, put) => (parameter(put, "secret-name").enum = names)),
        ["names-not-limited"],
      );
    }
    assert.deepEqual(
      problems((_, put) => (parameter(put, "secret-name").enum = Symbol("unknown"))),
      [],
    );
  });

  it("reads references that go round, and any nonsense", () => {
    const round = {
      definitions: { A: { properties: { a: { $ref: "#/definitions/A" }, b: { $ref: "#/definitions/B" } } } },
    };
    const loop = { definitions: { A: { $ref: "#/definitions/B" }, B: { $ref: "#/definitions/A" } } };
    const put = { responses: { 200: { schema: { $ref: "#/definitions/A" } } } };
    for (const document of [round, loop]) {
      assert.deepEqual(
        documentProblems({ ...document, schemes: ["https"], paths: { "/secrets/a": { put } } }, allowed).map(
          ({ problem }) => problem,
        ),
        ["operation-not-declared"],
      );
    }
    for (const odd of [undefined, null, 1, [], { paths: [1] }, { paths: { "/secrets/{}": { put: 1 } } }]) {
      assert.ok(documentProblems(odd, allowed).every(({ problem }) => problem === "not-https"));
    }
  });

  it("knows which documents are about a vault's secrets", () => {
    assert.equal(writesToVault(setSecretDocument(["a"])), true);
    assert.equal(writesToVault({ paths: { "/accounts/{id}": { get: {} } } }), false);
  });
});
