import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { combineProperties } from "../../../policy/adapter/combine-properties";
import { encrypted, unknown } from "../../../policy/model";

const workflow = "azure-native:logic:Workflow";

describe("A resource's inputs and outputs, combined,", () => {
  it("omit what the program does not set, where azure-native does not know its output yet", () => {
    const outputs = { accessControl: unknown, definition: {}, identity: unknown, parameters: unknown, tags: unknown };
    assert.deepEqual(combineProperties(workflow, { definition: {} }, outputs), { definition: {} });
  });

  it("leave open what only Azure sets", () => {
    const identity = { clientId: unknown, name: unknown, principalId: unknown, tenantId: unknown };
    assert.deepEqual(
      combineProperties("azure-native:managedidentity:UserAssignedIdentity", {}, { ...identity, tags: unknown }),
      identity,
    );
    assert.deepEqual(
      combineProperties(
        workflow,
        { identity: { type: "SystemAssigned" } },
        { accessEndpoint: unknown, identity: { type: "SystemAssigned", principalId: unknown } },
      ),
      { accessEndpoint: unknown, identity: { type: "SystemAssigned", principalId: unknown } },
    );
  });

  it("leave open an input that is not known yet", () => {
    const inputs = { tags: unknown, accessControl: { triggers: unknown } };
    assert.deepEqual(combineProperties(workflow, inputs, { tags: unknown, accessControl: unknown }), inputs);
    assert.deepEqual(combineProperties(workflow, { identity: unknown }, { identity: unknown }), { identity: unknown });
  });

  it("show an output that is known, whether its input is missing or not known", () => {
    const known = { accessControl: { contents: {} }, tags: { team: "crm" }, identity: { principalId: "p" } };
    assert.deepEqual(combineProperties(workflow, {}, known), known);
    assert.deepEqual(combineProperties(workflow, { tags: unknown, accessControl: encrypted }, known), known);
  });

  it("show an input before the output of its name", () => {
    const properties = { parameterValues: { api_key: "key" } };
    assert.deepEqual(combineProperties("azure-native:web:Connection", { properties }, { properties: {}, etag: "e" }), {
      properties,
      etag: "e",
    });
  });

  it("leave open an output that another provider does not know yet, and one that a state has encrypted", () => {
    const vault = "azure:keyvault/keyVault:KeyVault";
    assert.deepEqual(combineProperties(vault, {}, { networkAcls: unknown }), { networkAcls: unknown });
    assert.deepEqual(combineProperties(workflow, {}, { tags: encrypted }), { tags: encrypted });
  });

  for (const [module, type, ...unread] of [
    ["authorization", "RoleAssignment"],
    ["authorization", "RoleDefinition"],
    ["keyvault", "AccessPolicy"],
    // No rule reads a secret's location, which is an input of other types.
    ["keyvault", "Secret", "location"],
    ["keyvault", "Vault"],
    ["logic", "Workflow"],
    ["managedidentity", "UserAssignedIdentity"],
    ["monitor", "ActionGroup"],
    ["monitor", "MetricAlert"],
    ["monitor", "ScheduledQueryRule"],
    ["resources", "Resource"],
    ["web", "Connection"],
    ["web", "CustomApi"],
  ] as const) {
    it(`leave open every output of ${type} that is no input`, async () => {
      const names = await outputsOnly(module, type);
      const outputs = Object.fromEntries(names.map((name) => [name, unknown]));
      const open = Object.keys(combineProperties(`azure-native:${module}:${type}`, {}, outputs));
      assert.deepEqual([...open, ...unread].sort(), names);
    });
  }
});

/** Outputs of an azure-native type that are not among its arguments, sorted, as its declarations have them. */
async function outputsOnly(module: string, type: string): Promise<readonly string[]> {
  const folder = join(__dirname, "..", "..", "..", "node_modules", "@pulumi", "azure-native", module);
  const file = join(folder, `${type.charAt(0).toLowerCase()}${type.slice(1)}.d.ts`);
  const [declared = "", args = ""] = (await readFile(file, "utf8")).split("export interface");
  const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = ""]) => name);
  const inputs = named(args, /^ {4}(\w+)\??: /gm);
  assert.notEqual(inputs.length, 0);
  return named(declared, /^ {4}readonly (\w+): pulumi\.Output/gm)
    .filter((name) => !inputs.includes(name))
    .sort();
}
