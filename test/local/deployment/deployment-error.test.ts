import * as authorization from "@pulumi/azure-native/authorization";
import * as keyvault from "@pulumi/azure-native/keyvault";
import * as logic from "@pulumi/azure-native/logic";
import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { tenantId } from "../../emulator/resource-manager/resource-manager-in-memory";
import { inMemoryAzure } from "./in-memory-azure";
import { failuresOf, run, sku, vaultIn } from "./run";

describe("A deployment that fails", () => {
  it("ends with every failure, and begins nothing after the first", async () => {
    const memory = inMemoryAzure();
    const message = await failuresOf(
      run(
        () => {
          const properties = { tenantId, sku };
          const vault = new keyvault.Vault("vault", { resourceGroupName: "missing", properties });
          new keyvault.Vault("other", { resourceGroupName: "lost", properties });
          new keyvault.Vault("after", { resourceGroupName: vault.name, properties });
          return Promise.resolve({});
        },
        {},
        memory,
      ),
    );
    assert.deepEqual(message.split("\n"), [
      `azure-native:keyvault:Vault "vault": Status=404 Code="ResourceGroupNotFound" Message="Resource group 'missing' could not be found."`,
      `azure-native:keyvault:Vault "other": Status=404 Code="ResourceGroupNotFound" Message="Resource group 'lost' could not be found."`,
    ]);
    assert.equal(
      memory.requests.some(({ url }) => url.includes("after")),
      false,
    );
  });

  it("says which input breaks a rule, before anything is sent", async () => {
    const memory = inMemoryAzure();
    const program = () =>
      Promise.resolve({ id: new resources.ResourceGroup("group", { resourceGroupName: "a/b" }).id });
    assert.equal(
      await failuresOf(run(program, {}, memory)),
      `azure-native:resources:ResourceGroup "group": resourceGroupName: 'resourceGroupName' does not match expression '^[-\\w._()]{1,90}$'`,
    );
    assert.deepEqual(memory.requests, []);
  });

  it("names a look-up that fails, and a type that is not known", async () => {
    const lookup = () =>
      Promise.resolve({ vault: keyvault.getVaultOutput({ resourceGroupName: "rg", vaultName: "v" }).id });
    assert.match(
      await failuresOf(run(lookup)),
      /invocation of azure-native:keyvault:getVault returned an error: Status=404 Code="ResourceGroupNotFound"/,
    );
    class Unknown extends pulumi.CustomResource {
      constructor() {
        super("azure-native:storage:StorageAccount", "store");
      }
    }
    const unknown = () => {
      new Unknown();
      return Promise.resolve({});
    };
    assert.match(
      await failuresOf(run(unknown)),
      /^azure-native:storage:StorageAccount "store": The emulator does not support the resource type/,
    );
  });

  it("reports what the program throws, at once or in an apply", async () => {
    const settings = new pulumi.RunError("interval is below one minute");
    assert.equal(await failuresOf(run(() => Promise.reject(settings))), "interval is below one minute");
    const late = () => {
      const group = new resources.ResourceGroup("group");
      const resourceGroupName = group.name.apply((): string => {
        throw new Error("no such name");
      });
      new logic.Workflow("relay", { resourceGroupName, definition: {} });
      return Promise.resolve({});
    };
    assert.match(await failuresOf(run(late)), /no such name/);
  });

  it("is refused what azure-native's defaults make of a forgotten principal type", async () => {
    const message = await failuresOf(
      run(() => {
        const group = new resources.ResourceGroup("group");
        const relay = new logic.Workflow("relay", {
          resourceGroupName: group.name,
          definition: {},
          identity: { type: "SystemAssigned" },
        });
        new authorization.RoleAssignment("grant", {
          scope: vaultIn(group).id,
          principalId: relay.identity.apply((identity) => identity?.principalId ?? ""),
          roleDefinitionId: "/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6",
        });
        return Promise.resolve({});
      }),
    );
    assert.match(
      message,
      /^azure-native:authorization:RoleAssignment "grant": Status=400 Code="UnmatchedPrincipalType"/,
    );
  });

  it("leaves the next one alone", async () => {
    const failed = run(() => Promise.reject(new Error("first")));
    const { outputs } = await run(() => Promise.resolve({ value: 1 }));
    assert.deepEqual(outputs, { value: 1 });
    await failuresOf(failed);
  });

  it("conflicts when it writes two access policies of one vault at a time", async () => {
    const policies = (chained: boolean) => () => {
      const group = new resources.ResourceGroup("group");
      const vaultName = vaultIn(group).name;
      const policyOf = (objectId: string, dependsOn: pulumi.Resource[]) => {
        const policy = { objectId, tenantId, permissions: { secrets: ["get"] } };
        return new keyvault.AccessPolicy(objectId, { resourceGroupName: group.name, vaultName, policy }, { dependsOn });
      };
      const first = policyOf("a", []);
      policyOf("b", chained ? [first] : []);
      return Promise.resolve({});
    };
    assert.match(await failuresOf(run(policies(false))), /Status=409 Code="ConflictError"/);
    assert.equal((await run(policies(true))).resources.length, 4);
  });
});
