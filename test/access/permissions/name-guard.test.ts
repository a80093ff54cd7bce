import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../../access/permissions";

const name = "triggerOutputs()['relativePathParameters']['secretName']";
const write = {
  type: "Http",
  inputs: {
    method: "PUT",
    uri: `https://shop.vault.azure.net/secrets/@{encodeURIComponent(${name})}`,
    authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
  },
};

/** The names that a write behind a condition may use; undefined: any. */
function guarded(expression: unknown, branch: "actions" | "else" = "actions"): readonly string[] | undefined {
  const branches = branch === "actions" ? { actions: { write } } : { actions: {}, else: { actions: { write } } };
  const definition = { actions: { Guard: { type: "If", expression, ...branches } } };
  return deriveRequirements(definition, { allowed: ["a", "b"], text: "ab" }).vault[0]?.secretNames;
}

describe("a guard of the secret's name", () => {
  const list = "@parameters('allowed')";

  it("is a contains on a known list, in any of the forms that a condition can have", () => {
    const forms = [
      { contains: [list, `@toLower(${name})`] },
      { and: [{ equals: [1, 1] }, { contains: [list, `@${name}`] }] },
      { and: [{ equals: [`@contains(parameters('allowed'), ${name})`, true] }] },
      `@and(equals(1, 1), contains(parameters('allowed'), toLower(${name})))`,
      { contains: [["a", "b"], `@${name}`] },
      `@contains(createArray('a', 'b'), ${name})`,
      { contains: [list, "@triggerOutputs()?['RelativePathParameters']['secretname']"] },
    ];
    for (const form of forms) assert.deepEqual(guarded(form), ["a", "b"], JSON.stringify(form));
  });

  it("is nothing that lets another name pass", () => {
    const forms = [
      { or: [{ contains: [list, `@${name}`] }, { equals: [1, 1] }] },
      { not: { contains: [list, `@${name}`] } },
      { contains: [list, "@triggerBody()['name']"] },
      { contains: ["@parameters('text')", `@${name}`] },
      { contains: ["@parameters('unknown')", `@${name}`] },
      { contains: ["@body('List')", `@${name}`] },
      { equals: [`@contains(parameters('allowed'), ${name})`, false] },
      `@or(contains(parameters('allowed'), ${name}), true)`,
      {},
      undefined,
    ];
    for (const form of forms) assert.equal(guarded(form), undefined, JSON.stringify(form));
  });

  it("does not guard the other branch", () => {
    assert.equal(guarded({ contains: [list, `@${name}`] }, "else"), undefined);
  });
});
