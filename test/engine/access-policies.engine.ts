import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements, resourceGroup, Vault, VaultAccess } from "../../access";
import { leastToken } from "../stack-configuration";
import { onStack } from "./engine-stack";
import { each } from "./expected-resources";
import { expectChanges } from "./stack-life/stack-life";

const names = ["a", "b", "c", "d", "e"];
const accessPolicies = (granted: readonly string[]): readonly string[] =>
  granted.map((name) => `azure-native:keyvault:AccessPolicy ${name}`);

/** Every two that are not neighbours, and more. */
const subsets = [
  ["a", "c"],
  ["a", "d"],
  ["a", "e"],
  ["b", "d"],
  ["b", "e"],
  ["c", "e"],
  ["a", "c", "e"],
  ["a", "b", "d", "e"],
  names,
];

const requirements = deriveRequirements({
  actions: {
    Read: {
      type: "Http",
      inputs: {
        method: "GET",
        uri: "https://vault.vault.azure.net/secrets/in",
        authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
      },
    },
  },
}).vault;

/** A vault, and access policies of it alone: of as many principals as there are names. */
function grantTo(granted: readonly string[], tenantId: string): Record<string, unknown> {
  const resourceGroupName = resourceGroup("group", { kind: "created" }, { tags: {} });
  const vault = new Vault("vault", {
    resourceGroupName,
    authorizationModel: "accessPolicy",
    softDeleteRetentionInDays: 7,
  });
  const access = new VaultAccess("access", { vault, authorizationModel: "accessPolicy" });
  for (const name of granted) {
    const principalId = `00000000-0000-4000-8000-00000000000${name}`;
    access.grant(name, { principalId, tenantId }, requirements, { parent: access });
  }
  return {};
}

describe("access policies under Pulumi's engine", function () {
  // The first has 20 operations.
  this.timeout(400_000);

  it("are created, and deleted in any combination, without a conflict", async () => {
    let granted: readonly string[] = names;
    let tenantId = "";
    await onStack(
      { tokens: [leastToken] },
      async ({ azure, run }) => {
        ({ tenantId } = azure.entra);
        await run("up");
        for (const removed of subsets) {
          granted = names.filter((name) => !removed.includes(name));
          expectChanges(await run("up"), each("delete", accessPolicies(removed)));
          granted = names;
          expectChanges(await run("up"), each("create", accessPolicies(removed)));
        }
        const destroyed = await run("destroy");
        assert.equal(destroyed.succeeded, true, destroyed.output);
        assert.deepEqual(azure.arm.resources(), []);
      },
      { build: () => grantTo(granted, tenantId) },
    );
  });

  it("are deleted without a conflict where the order in which they were granted has changed", async () => {
    let granted: readonly string[] = names;
    let tenantId = "";
    await onStack(
      { tokens: [leastToken] },
      async ({ azure, run }) => {
        ({ tenantId } = azure.entra);
        await run("up");
        granted = ["e", "f", "c", "a", "d", "b"];
        expectChanges(await run("up"), each("create", accessPolicies(["f"])));
        granted = ["f", "d"];
        expectChanges(await run("up"), each("delete", accessPolicies(["a", "b", "c", "e"])));
      },
      { build: () => grantTo(granted, tenantId) },
    );
  });
});
