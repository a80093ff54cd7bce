import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { allSecretOperations, findSecretOperation } from "../../azure";
import official from "../official/key-vault-secrets.json";

describe("secretOperations", () => {
  it("names every operation of the official document, with the permission that its description requires", () => {
    assert.deepEqual(
      // The official document has no path for the current version.
      allSecretOperations
        .map(
          ({ name, method, path, versionPath = path, permission }) => `${name} ${method} ${versionPath} ${permission}`,
        )
        .sort(),
      official.operations
        .map(({ operationId, method, path, permission }) => `${operationId} ${method} ${path} ${permission}`)
        .sort(),
    );
  });
});

describe("findSecretOperation", () => {
  const found = (method: string, path: string): unknown => {
    const match = findSecretOperation(method, path);
    return match && { ...match, operation: match.operation.name };
  };

  it("tells the operation and the secret", () => {
    assert.deepEqual(found("PUT", "/secrets/token"), { operation: "SetSecret", secretName: "token" });
    assert.deepEqual(found("get", "/Secrets/Token/"), { operation: "GetSecret", secretName: "Token" });
    assert.deepEqual(found("GET", "/secrets/token/abc"), {
      operation: "GetSecret",
      secretName: "token",
      secretVersion: "abc",
    });
    assert.deepEqual(found("GET", "/secrets"), { operation: "GetSecrets" });
  });

  it("prefers a literal segment to a placeholder", () => {
    assert.deepEqual(found("GET", "/secrets/token/versions"), { operation: "GetSecretVersions", secretName: "token" });
    assert.deepEqual(found("POST", "/secrets/restore"), { operation: "RestoreSecret" });
  });

  it("finds nothing in what Key Vault's secrets do not have", () => {
    assert.equal(found("PUT", "/keys/token"), undefined);
    assert.equal(found("PATCH", "/secrets"), undefined);
    assert.equal(found("GET", ""), undefined);
  });
});
