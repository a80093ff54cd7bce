import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { allSecretOperations, findSecretOperation, matchesAction } from "../../azure";
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

describe("matchesAction", () => {
  const prefix = "Microsoft.KeyVault/vaults/secrets";
  it("matches without case, a star standing for any text, slashes included", () => {
    const matching: [pattern: string, action: string][] = [
      [`${prefix}/getSecret/action`, `${prefix}/GETSECRET/action`],
      ["*", prefix],
      ["*/read", `${prefix}/read`],
      [`${prefix}/*`, `${prefix}/getSecret/action`],
      ["Microsoft.KeyVault/vaults/*/read", `${prefix}/read`],
      ["Microsoft.*/secrets/*/action", `${prefix}/getSecret/action`],
      ["**", ""],
    ];
    for (const [pattern, action] of matching) assert.equal(matchesAction(pattern, action), true, pattern);
    const other: [pattern: string, action: string][] = [
      [`${prefix}/getSecret`, `${prefix}/getSecret/action`],
      [`${prefix}/*/action`, `${prefix}/action`],
      ["Microsoft.KeyVaul./vaults/*", `${prefix}/read`],
      ["a*a", "a"],
      ["*b*c", "xc"],
      ["a*b*ab", "ab"],
    ];
    for (const [pattern, action] of other) assert.equal(matchesAction(pattern, action), false, pattern);
  });

  it("takes no longer for many stars", () => {
    assert.equal(matchesAction(`${prefix}/${"*".repeat(50_000)}x`, `${prefix}/getSecret/action`), false);
    assert.equal(matchesAction(`${"*a".repeat(2000)}x`, "a".repeat(20_000)), false);
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
