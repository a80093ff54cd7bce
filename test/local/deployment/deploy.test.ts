import * as logic from "@pulumi/azure-native/logic";
import * as resources from "@pulumi/azure-native/resources";
import * as web from "@pulumi/azure-native/web";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { tenantId } from "../../emulator/resource-manager/resource-manager-in-memory";
import { inMemoryAzure } from "./in-memory-azure";
import { run, vaultIn } from "./run";

describe("A deployment", () => {
  it("creates what the program says, in the order of its dependencies", async () => {
    const seen: string[] = [];
    const { outputs, resources: deployed } = await run(
      () => {
        const group = new resources.ResourceGroup("group");
        const vault = vaultIn(group);
        return Promise.resolve({ uri: vault.properties.vaultUri, groupName: group.name });
      },
      { onResource: ({ type, name }) => seen.push(`${type} ${name}`) },
    );
    const [group, vault] = deployed;
    assert.deepEqual(seen, ["azure-native:resources:ResourceGroup group", "azure-native:keyvault:Vault vault"]);
    assert.match(String(outputs.groupName), /^group[0-9a-f]{8}$/);
    assert.match(String(outputs.uri), /^https:\/\/vault[0-9a-f]{8}\.vault\.azure\.net\/$/);
    assert.deepEqual(vault?.dependencies, [group?.urn]);
    assert.equal(vault.inputs.location, "westeurope");
    assert.ok(vault.id.startsWith(`${String(group?.id)}/providers/Microsoft.KeyVault/vaults/vault`));
  });

  it("registers components, and what they contain below them", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(name: string) {
        super("project:part:Part", name);
        const group = new resources.ResourceGroup(name, {}, { parent: this });
        this.registerOutputs({ id: group.id });
      }
    }
    const { resources: deployed } = await run(() => {
      new Part("part");
      return Promise.resolve(undefined);
    });
    const [part, group] = deployed;
    assert.deepEqual([part?.custom, part?.id, part?.parent], [false, "", ""]);
    assert.equal(group?.parent, part?.urn);
    assert.deepEqual(part?.outputs, { id: group?.id });
  });

  it("names every parent in a resource's URN, as the engine does", async () => {
    class Part extends pulumi.ComponentResource {
      constructor(kind: string, opts?: pulumi.ComponentResourceOptions) {
        super(`project:part:${kind}`, kind.toLowerCase(), {}, opts);
      }
    }
    const { resources: deployed } = await run(() => {
      const inner = new Part("Inner", { parent: new Part("Outer") });
      new resources.ResourceGroup("group", {}, { parent: inner });
      return Promise.resolve(undefined);
    });
    assert.deepEqual(
      deployed.map(({ urn }) => urn.split("::").slice(2).join("::")),
      [
        "project:part:Outer::outer",
        "project:part:Outer$project:part:Inner::inner",
        "project:part:Outer$project:part:Inner$azure-native:resources:ResourceGroup::group",
      ],
    );
  });

  it("tells which properties were not sent", async () => {
    const { dropped, resources: deployed } = await run(() => {
      const group = new resources.ResourceGroup("group");
      const args = {
        resourceGroupName: group.name,
        definition: {},
        accessControl: { triggers: { allowedCallerIpAddresses: [], sasAuthenticationPolicy: {} } },
      };
      new logic.Workflow("relay", args);
      return Promise.resolve({});
    });
    const resource = deployed[1]?.urn;
    assert.deepEqual(dropped, [{ resource, property: "accessControl.triggers.sasAuthenticationPolicy" }]);
  });

  it("keeps secrets out of the state, and only what is marked as one", async () => {
    const { outputs, state } = await run(
      () => {
        const group = new resources.ResourceGroup("group");
        const api = new web.CustomApi("api", {
          resourceGroupName: group.name,
          properties: {
            swagger: { swagger: "2.0" },
            backendService: { serviceUrl: "https://relay.example" },
            connectionParameters: { api_key: { type: "securestring" } },
          },
        });
        const key = new pulumi.Config().requireSecret("key");
        const parameterValues = { api_key: key };
        const properties = { api: { id: api.id }, displayName: "shown-in-state", parameterValues };
        new web.Connection("connection", { resourceGroupName: group.name, properties });
        return Promise.resolve({ key: pulumi.interpolate`is ${key}`, plain: "shown-too" });
      },
      {
        configuration: { "azure-native:location": "westeurope", "project:key": "planted" },
        secretKeys: ["project:key"],
      },
    );
    assert.deepEqual(outputs, { key: { secret: true, value: "is planted" }, plain: "shown-too" });
    const text = JSON.stringify(state);
    assert.equal(text.includes("planted"), false);
    assert.ok(text.includes('"parameterValues":{"api_key":"[secret]"}'));
    assert.ok(text.includes("shown-in-state") && text.includes("shown-too"));
  });

  it("shows in the state what the program forgot to mark", async () => {
    const { state } = await run(() => {
      const group = new resources.ResourceGroup("group");
      const definition = { triggers: { manual: { type: "Request" } }, actions: {} };
      const relay = new logic.Workflow("relay", { resourceGroupName: group.name, definition });
      const url = logic.listWorkflowTriggerCallbackUrlOutput({
        resourceGroupName: group.name,
        workflowName: relay.name,
        triggerName: "manual",
      });
      return Promise.resolve({
        sig: url.apply(({ queries }) => queries?.sig),
        version: url.queries?.apply((q) => q?.apiVersion),
      });
    });
    assert.ok(JSON.stringify(state).includes('"sig":"signature","version":"2016-10-01"'));
  });

  it("honours additionalSecretOutputs", async () => {
    const { resources: deployed } = await run(() => {
      new resources.ResourceGroup("group", { managedBy: "planted" }, { additionalSecretOutputs: ["managedBy"] });
      return Promise.resolve({});
    });
    assert.deepEqual(deployed[0]?.outputs.managedBy, {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      value: "planted",
    });
  });

  it("prints nothing: what is logged comes with the result", async () => {
    const { log } = await run(async () => {
      await pulumi.log.info("version 500 will be reached");
      await pulumi.log.warn("careful");
      return {};
    });
    assert.deepEqual(log, ["info: version 500 will be reached", "warning: careful"]);
  });

  it("reads resources that are there already", async () => {
    const memory = inMemoryAzure();
    const first = await run(() => Promise.resolve({ id: new resources.ResourceGroup("group").id }), {}, memory);
    const { outputs, resources: deployed } = await run(
      () => {
        const group = resources.ResourceGroup.get("existing", String(first.outputs.id));
        const same = group.name.apply((resourceGroupName) => resources.getResourceGroup({ resourceGroupName }));
        return Promise.resolve({ location: group.location, same: same.location });
      },
      {},
      memory,
    );
    assert.deepEqual(outputs, { location: "westeurope", same: "westeurope" });
    assert.equal(deployed[0]?.id, first.outputs.id);
  });
});

describe("A preview", () => {
  it("creates nothing, and knows what is known", async () => {
    const memory = inMemoryAzure();
    const applied: string[] = [];
    const { resources: deployed } = await run(
      () => {
        const group = new resources.ResourceGroup("group", { location: "northeurope" });
        const vault = vaultIn(group);
        vault.properties.vaultUri.apply((uri) => applied.push(`uri ${uri}`));
        vault.properties.tenantId.apply((id) => applied.push(id));
        group.id.apply((id) => applied.push(`id ${id}`));
        group.location.apply((location) => applied.push(location));
        return Promise.resolve({ uri: vault.properties.vaultUri });
      },
      { preview: true },
      memory,
    );
    assert.deepEqual(memory.requests, []);
    assert.deepEqual(
      deployed.map(({ id }) => id),
      ["", ""],
    );
    assert.deepEqual(applied.sort(), [tenantId, "northeurope"].sort());
  });
});
