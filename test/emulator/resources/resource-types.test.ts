import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { apiVersions } from "../../../azure";
import { emulatedTypes } from "../../../emulator/resources/resource-types";
import { inMemory } from "../resource-manager/resource-manager-in-memory";

const folder = join(__dirname, "..", "..", "..", "emulator", "resources");

describe("The list of resource types", () => {
  it("has what each folder exports, and nothing else", async () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const exported = await Promise.all(
      folders.map(async ({ name }) => {
        const module = (await import(join(folder, name, "index.ts"))) as Readonly<Record<string, unknown>>;
        return Object.values(module).filter((value) => (emulatedTypes as readonly unknown[]).includes(value)).length;
      }),
    );
    assert.deepEqual(
      Object.fromEntries(folders.map(({ name }, index) => [name, exported[index]])),
      Object.fromEntries(folders.map(({ name }) => [name, 1])),
    );
    assert.equal(emulatedTypes.length, folders.length);
  });

  it("has a resource provider for every type with API versions", () => {
    const { services } = inMemory().manager;
    assert.deepEqual(
      emulatedTypes.flatMap(({ arm }) => (arm === undefined ? [] : [arm(services).type])),
      Object.keys(apiVersions),
    );
  });

  it("deploys each type with the API version that its resource provider prefers", () => {
    const { services } = inMemory().manager;
    const ofAzureNativeAlone = {
      "azure-native:keyvault:AccessPolicy": "Microsoft.KeyVault/vaults",
      "azure-native:servicebus:DefaultRule": "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
    } as const;
    for (const { arm, azureNative } of emulatedTypes) {
      const { token, apiVersion } = azureNative;
      const type = arm?.(services).type ?? ofAzureNativeAlone[token as keyof typeof ofAzureNativeAlone];
      assert.equal(apiVersion, apiVersions[type][0], token);
    }
  });
});
