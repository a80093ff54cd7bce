import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../../access/permissions";

const identity = { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" };
const vault = "https://shop.vault.azure.net";

function http(method: string, uri: string, authentication: object = identity): object {
  return { type: "Http", inputs: { method, uri, authentication } };
}

function needs(actions: object, values?: Record<string, unknown>, parameters: object = {}): unknown[] {
  return deriveRequirements({ parameters, actions }, values).vault.map(({ operation, vault, secretNames }) => [
    operation.name,
    vault,
    secretNames,
  ]);
}

describe("deriveRequirements", () => {
  it("reads the operation, the vault and the secret's name from method and address", () => {
    assert.deepEqual(needs({ Write: http("PUT", `${vault}/secrets/Token?api-version=7.4`) }), [
      ["SetSecret", { host: "shop.vault.azure.net" }, ["Token"]],
    ]);
  });

  it("follows parameters whose values are known, and names the vault's parameter where they are not", () => {
    const action = { Read: http("GET", "@{parameters('vaultUri')}/secrets/@{parameters('name')}") };
    const parameters = { vaultUri: { type: "String" }, name: { type: "String", defaultValue: "by-default" } };
    assert.deepEqual(needs(action, {}, parameters), [["GetSecret", { parameter: "vaultUri" }, ["by-default"]]]);
    const empty = { ...parameters, vaultUri: { type: "String", defaultValue: "" } };
    assert.deepEqual(needs(action, {}, empty), [["GetSecret", { parameter: "vaultUri" }, ["by-default"]]]);
    assert.deepEqual(needs(action, { vaultUri: vault, NAME: "given" }, parameters), [
      ["GetSecret", { host: "shop.vault.azure.net" }, ["given"]],
    ]);
  });

  it("follows concat and encodeURIComponent", () => {
    assert.deepEqual(needs({ Read: http("GET", `@concat('${vault}', '/secrets/', encodeURIComponent('a-b'))`) }), [
      ["GetSecret", { host: "shop.vault.azure.net" }, ["a-b"]],
    ]);
  });

  it("takes a name that is wrongly encoded as it stands", () => {
    assert.deepEqual(needs({ Read: http("GET", `${vault}/secrets/a%zz`) }), [
      ["GetSecret", { host: "shop.vault.azure.net" }, ["a%zz"]],
    ]);
  });

  it("leaves open what encodeURIComponent cannot encode", () => {
    const uri = `@concat('${vault}/secrets/', encodeURIComponent('\uD800'))`;
    assert.deepEqual(needs({ Read: http("GET", uri) }), [["GetSecret", { host: "shop.vault.azure.net" }, undefined]]);
  });

  it("knows the managed identity in any case", () => {
    const action = http("GET", `${vault}/secrets/a`, { ...identity, type: "managedServiceIdentity" });
    assert.deepEqual(needs({ Read: action }), [["GetSecret", { host: "shop.vault.azure.net" }, ["a"]]]);
  });

  it("leaves the name open where only the run knows it", () => {
    assert.deepEqual(needs({ Write: http("PUT", `${vault}/secrets/@{triggerBody()['name']}`) }), [
      ["SetSecret", { host: "shop.vault.azure.net" }, undefined],
    ]);
  });

  it("needs no secret's name to list secrets", () => {
    assert.deepEqual(needs({ List: http("GET", `${vault}/secrets`) }), [
      ["GetSecrets", { host: "shop.vault.azure.net" }, undefined],
    ]);
  });

  it("looks into nested actions", () => {
    const inner = { type: "Foreach", actions: { Read: http("GET", `${vault}/secrets/a`) } };
    assert.deepEqual(needs({ Loop: { type: "Scope", actions: { Inner: inner } } }), [
      ["GetSecret", { host: "shop.vault.azure.net" }, ["a"]],
    ]);
  });

  it("asks nothing for calls of other hosts, or by another identity than the workflow's", () => {
    const actions = {
      Elsewhere: http("GET", "https://api.example.com/secrets/a"),
      Management: http("GET", "@{parameters('arm')}/secrets/a", {
        ...identity,
        audience: "https://management.azure.com",
      }),
      By_client: http("GET", `${vault}/secrets/a`, { type: "ActiveDirectoryOAuth" }),
    };
    assert.deepEqual(needs(actions), []);
  });

  it("tells of calls of a vault that are no operation on secrets", () => {
    const definition = { actions: { Sign: http("POST", `${vault}/keys/a/sign`) } };
    assert.deepEqual(deriveRequirements(definition), {
      vault: [],
      serviceBus: [],
      triggerRuns: [],
      resourceManagerCalls: [],
      connectors: [],
      resourceManagerWrites: [],
      unknownVaultCalls: [{ action: "Sign", method: "POST", path: "/keys/a/sign" }],
    });
  });

  it("keeps the user-assigned identity that an action uses", () => {
    const definition = { actions: { Read: http("GET", `${vault}/secrets/a`, { ...identity, identity: "/id/of" }) } };
    assert.equal(deriveRequirements(definition).vault[0]?.identity, "/id/of");
  });

  it("tells which connection an action calls, and for which secret", () => {
    const action = {
      type: "ApiConnection",
      inputs: {
        host: { connection: { name: "@parameters('$connections')['keyvaultsecrets']['connectionId']" } },
        method: "put",
        path: "/secrets/@{encodeURIComponent('token')}",
      },
    };
    assert.deepEqual(deriveRequirements({ actions: { Set_secret: action } }).connectors, [
      {
        action: "Set_secret",
        connection: "keyvaultsecrets",
        method: "PUT",
        path: "/secrets/token",
        secretNames: ["token"],
      },
    ]);
  });
});
