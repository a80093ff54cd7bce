import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { OpenAPIV2 } from "openapi-types";
import { bindToRelay, setSecretDocument, setSecretPath } from "../../../connector";
import official from "../../official/key-vault-secrets.json";

const document = setSecretDocument(["token", "other"]);
const operation = (document.paths[setSecretPath] as { put: OpenAPIV2.OperationObject }).put;
const relay = {
  host: "prod-01.westeurope.logic.azure.com",
  basePath: "/workflows/0123/triggers/manual/paths/invoke",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
};

type Schema = Readonly<Record<string, unknown>>;

/** A schema's structure with its references resolved, without prose and extensions. */
function structure(schema: unknown, definitions: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(schema)) return schema.map((inner) => structure(inner, definitions));
  if (typeof schema !== "object" || schema === null) return schema;
  const { $ref, ...rest } = schema as Schema;
  const target = typeof $ref === "string" ? (definitions[$ref.split("/").at(-1) ?? ""] as Schema) : {};
  return Object.fromEntries(
    Object.entries({ ...target, ...rest })
      .filter(([key]) => !key.startsWith("x-") && (key !== "description" || typeof rest[key] === "object"))
      .map(([key, inner]) => [
        key,
        key === "properties" ? properties(inner as Schema, definitions) : structure(inner, definitions),
      ]),
  );
}

function properties(of: Schema, definitions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).map(([name, inner]) => [name, structure(inner, definitions)]));
}

function ours(name: string): Record<string, unknown> {
  return structure({ $ref: name }, document.definitions ?? {}) as Record<string, unknown>;
}

function theirs(name: keyof typeof official.definitions): Record<string, unknown> {
  const { Error: error, ...others } = official.definitions;
  // An inner error holds an error: cut where ours ends.
  const inner = { type: "object", properties: { code: error.properties.code } };
  const cut = { ...error, properties: { ...error.properties, innererror: inner } };
  return structure({ $ref: name }, { ...others, Error: cut }) as Record<string, unknown>;
}

describe("setSecretDocument", () => {
  it("is valid OpenAPI 2.0, bound to a relay too", async () => {
    const { Validator } = await import("@seriousme/openapi-schema-validator");
    for (const candidate of [document, bindToRelay(document, relay)]) {
      const result = await new Validator().validate(candidate as Record<string, unknown>);
      assert.deepEqual([result.valid, result.errors], [true, undefined]);
    }
  });

  describe("compared with the official operation", () => {
    it("has its id and path", () => {
      assert.equal(operation.operationId, official.setSecret.operationId);
      assert.ok(
        official.operations.some(({ operationId, path }) => operationId === "SetSecret" && path === setSecretPath),
      );
    });

    it("takes the same body; the value is marked as a password", () => {
      const body = ours("SecretSetParameters") as { properties: Record<string, Schema> };
      const expected = theirs("SecretSetParameters") as typeof body;
      assert.deepEqual(
        { ...body, properties: { ...body.properties, value: { type: "string" }, attributes: undefined } },
        { ...expected, properties: { ...expected.properties, attributes: undefined } },
      );
      assert.equal(body.properties.value?.format, "password");
    });

    it("takes the attributes that can be set, and no others", () => {
      const writable = Object.entries(official.definitions.SecretAttributes.properties)
        .filter(([, attribute]) => !("readOnly" in attribute))
        .map(([name, attribute]): [string, unknown] => [name, structure(attribute, {})]);
      const { properties } = ours("SecretSetParameters") as { properties: { attributes: { properties: object } } };
      assert.deepEqual(properties.attributes.properties, Object.fromEntries(writable));
    });

    it("takes the same secret name, and only one of the list", () => {
      const name = (operation.parameters ?? []).find(
        (parameter) => "name" in parameter && parameter.name === "secret-name",
      );
      const expected = official.setSecret.parameters.find((parameter) => parameter.name === "secret-name");
      assert.deepEqual(structure(name, {}), {
        ...expected,
        enum: ["token", "other"],
      });
    });

    it("answers what Key Vault answers, without the value and what belongs to certificates", () => {
      const bundle = Object.keys(official.definitions.SecretBundle.properties);
      const { properties } = ours("SecretItem") as {
        properties: Record<string, { properties: Record<string, unknown> }>;
      };
      assert.deepEqual(
        bundle.filter((name) => !(name in properties)),
        ["value", "kid", "managed", "previousVersion"],
      );
      assert.deepEqual(
        Object.keys(properties).filter((name) => !bundle.includes(name)),
        [],
      );
      const official_ = official.definitions.SecretAttributes.properties as Record<string, unknown>;
      for (const [name, attribute] of Object.entries(properties.attributes?.properties ?? {})) {
        assert.deepEqual(attribute, structure(official_[name], {}), name);
      }
    });

    it("answers Key Vault's errors", () => {
      const readable = JSON.stringify(theirs("KeyVaultError"))
        .replaceAll(',"readOnly":true', "")
        .replaceAll(',"x-nullable":true', "");
      assert.deepEqual(ours("KeyVaultError"), JSON.parse(readable));
    });
  });

  it("has a value in no answer", () => {
    assert.ok(!JSON.stringify(ours("SecretItem")).includes('"value"'));
    assert.deepEqual(Object.keys(operation.responses), ["200", "403", "504", "default"]);
  });

  it("keeps to what connectors ask: a title, a description of 30 to 500 characters, a contact, summaries", () => {
    const { info } = document;
    assert.ok((info.description ?? "").length >= 30 && (info.description ?? "").length <= 500);
    assert.ok(info.contact !== undefined);
    for (const parameter of operation.parameters ?? []) {
      assert.ok("description" in parameter, JSON.stringify(parameter));
    }
  });

  it("holds the relay's constants as hidden defaults once it is bound, and never its key", () => {
    const bound = JSON.stringify(bindToRelay(document, relay));
    const { host, basePath, paths } = JSON.parse(bound) as OpenAPIV2.Document;
    assert.deepEqual([host, basePath], [relay.host, relay.basePath]);
    const put = (paths[setSecretPath] as { put: OpenAPIV2.OperationObject }).put;
    const hidden = (put.parameters ?? []).flatMap((parameter) =>
      "in" in parameter && parameter.in === "query" ? [parameter as OpenAPIV2.GeneralParameterObject] : [],
    );
    assert.deepEqual(
      hidden.map((parameter) => [
        parameter.name,
        parameter.default as unknown,
        parameter["x-ms-visibility"] as unknown,
        parameter.required,
      ]),
      Object.entries(relay.queries).map(([name, value]) => [name, value, "internal", true]),
    );
    assert.ok(!bound.includes("sig="));
  });
});
