import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { VaultRequirement } from "../../../access/permissions";
import { neededGrants } from "../../../access/permissions";
import { findSecretOperation } from "../../../azure";

function requirement(method: string, path: string, secretNames?: readonly string[]): VaultRequirement {
  const operation = findSecretOperation(method, path)?.operation;
  if (operation === undefined) throw new Error(`${method} ${path} is no operation`);
  return { action: "a", operation, vault: { host: "v" }, ...(secretNames === undefined ? {} : { secretNames }) };
}

const get = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
const set = "Microsoft.KeyVault/vaults/secrets/setSecret/action";

describe("neededGrants", () => {
  const requirements = [
    requirement("PUT", "/secrets/x", ["Token"]),
    requirement("GET", "/secrets/x", ["client-secret"]),
    requirement("GET", "/secrets/x", ["TOKEN"]),
  ];

  it("asks for one grant a secret, whatever the case of its name", () => {
    assert.deepEqual(neededGrants(requirements, "secret"), [
      { secretName: "token", permissions: ["get", "set"], dataActions: [get, set] },
      { secretName: "client-secret", permissions: ["get"], dataActions: [get] },
    ]);
  });

  it("asks for one grant at the vault where that is the scope", () => {
    assert.deepEqual(neededGrants(requirements, "vault"), [{ permissions: ["get", "set"], dataActions: [get, set] }]);
  });

  it("asks for a grant at the vault where no name is known", () => {
    assert.deepEqual(neededGrants([requirement("PUT", "/secrets/x")], "secret"), [
      { permissions: ["set"], dataActions: [set] },
    ]);
  });

  it("asks for nothing where nothing is required", () => {
    assert.deepEqual(neededGrants([], "secret"), []);
  });
});
