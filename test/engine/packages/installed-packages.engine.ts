import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as keyvault from "@pulumi/azure-native/keyvault";
import { after, before, describe, it } from "mocha";
import type { Azure } from "../../../emulator";
import { releasedPackages, type ReleasedPackage } from "../../../release/packages";
import { examples } from "../../package/examples";
import { installPackages, type InstalledPackages } from "../../package/installed-packages";
import { leastToken } from "../../stack-configuration";
import { onStack, subscriptionId, type Variation } from "../engine-stack";
import { each } from "../expected-resources";

/** The project's own, without which the engine refuses it; the programs do not read them. */
const settings = { tokens: [leastToken] };
const idOf = (resourceGroup: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

async function seedWhatExists({ arm }: Azure): Promise<void> {
  arm.seedResourceGroup(idOf("rg-integration"), "westeurope");
  arm.seedResourceGroup(idOf("rg-shared"), "westeurope");
  await arm.seedVault(`${idOf("rg-shared")}/providers/Microsoft.KeyVault/vaults/kv-shared`, "rbac");
}

describe("The npm packages in a project of their own, under Pulumi's engine", () => {
  let installed: InstalledPackages;
  let policyPacks: readonly string[];
  const modulesOf = (folder: string, name: string): string => join(folder, "node_modules", name);
  before(async function () {
    this.timeout(120_000);
    const { types: _, ...library }: ReleasedPackage = releasedPackages.library;
    installed = await installPackages([library, releasedPackages.policy]);
    policyPacks = [modulesOf(installed.folder, "logicapp-keyvault-secrets-policy")];
    const program = await readFile(join(__dirname, "..", "..", "package", "examples", "set-secret-connector.cjs"));
    await writeFile(join(installed.folder, "program.cjs"), program);
  });
  after(() => installed.remove());

  /** Runs the program anew, as each operation does. */
  const build: NonNullable<Variation["build"]> = () => {
    const load = createRequire(join(installed.folder, "index.cjs"));
    Reflect.deleteProperty(load.cache, load.resolve("./program.cjs"));
    return load("./program.cjs") as Record<string, unknown>;
  };

  it("deploy the connector of the example, which the pack passes, and change nothing the second time", () =>
    onStack(
      settings,
      async ({ azure, run }) => {
        await seedWhatExists(azure);
        const { changes, policyFindings, succeeded, output } = await run("up");
        const mandatory = policyFindings.filter(({ level }) => level === "mandatory");
        const created = each("create", examples["set-secret-connector"]?.resources ?? []);
        assert.deepEqual([mandatory, succeeded, changes], [[], true, created], output);
        const again = await run("preview");
        assert.deepEqual([again.succeeded, again.changes], [true, []], again.output);
      },
      { build, policyPacks },
    ));

  it("refuse a vault without purge protection at preview", () =>
    onStack(
      settings,
      async ({ azure, run }) => {
        await seedWhatExists(azure);
        const preview = await run("preview");
        assert.equal(preview.succeeded, false);
        const mandatory = preview.policyFindings.filter(({ level }) => level === "mandatory");
        assert.deepEqual(
          mandatory.map(({ rule, resource }) => [rule, resource]),
          [["vault-recovery", "azure-native:keyvault:Vault bare"]],
        );
      },
      {
        build: () => {
          new keyvault.Vault("bare", {
            resourceGroupName: "rg-integration",
            properties: {
              tenantId: "00000000-0000-0000-0000-000000000000",
              sku: { family: "A", name: "standard" },
              enableRbacAuthorization: true,
              enableSoftDelete: true,
            },
          });
          return {};
        },
        policyPacks,
      },
    ));
});
