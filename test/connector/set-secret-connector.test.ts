import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { existingVault, VaultAccess } from "../../access";
import { SetSecretConnector } from "../../connector";
import type { SetSecretConnectorArgs } from "../../connector";
import type { Construction } from "../construction/construct";
import { construct } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/existing";

function constructed(args: Partial<SetSecretConnectorArgs> = {}, preview = false): Promise<Construction> {
  return construct(
    () => {
      const access = new VaultAccess("access", { vault: existingVault(vaultId), authorizationModel: "rbac" });
      const { relayKey, connections } = new SetSecretConnector("set-secret", {
        resourceGroupName: "group",
        access,
        allowedSecretNames: ["Token", "other"],
        ...args,
      });
      return { relayKey, connections };
    },
    { preview },
  );
}

const connection = "azure-native:web:Connection";
const connector = "azure-native:web:CustomApi";
const workflow = "azure-native:logic:Workflow";

describe("SetSecretConnector", () => {
  it("creates a relay with its grants, a connector and a connection, and nothing else", async () => {
    const { resources } = await constructed();
    assert.deepEqual(
      resources
        .filter(({ type }) => type.startsWith("azure-native:"))
        .map(({ type, name }) => `${type.split(":").slice(1).join(":")} ${name}`)
        .sort(),
      [
        "authorization:RoleAssignment set-secret-relay-set-other",
        "authorization:RoleAssignment set-secret-relay-set-token",
        "authorization:RoleDefinition secrets-setSecret",
        "logic:Workflow set-secret-relay",
        "web:Connection set-secret",
        "web:CustomApi set-secret",
      ],
    );
  });

  it("gives the key to the connection as a secret, and to nothing else", async () => {
    const { find, resources, outputs } = await constructed();
    assert.deepEqual(find(connection, "set-secret").inputs, {
      resourceGroupName: "group",
      properties: {
        secret: {
          displayName: "Key Vault secrets",
          api: { id: "/subscriptions/s/resourceGroups/g/providers/web/CustomApi/set-secret12345678" },
          parameterValues: { api_key: "relay-key" },
        },
      },
    });
    assert.deepEqual(outputs.relayKey, { secret: "relay-key" });
    const others = resources.filter(({ type }) => type !== connection);
    assert.ok(!JSON.stringify(others).includes("relay-key"));
  });

  it("describes the relay's address to the connector, and none of it as a secret", async () => {
    const { properties } = (await constructed()).find(connector, "set-secret").inputs as {
      properties: { swagger: { host: string; basePath: string }; backendService: object; connectionParameters: object };
    };
    const address = "prod-01.westeurope.logic.azure.com/workflows/0123/triggers/manual/paths/invoke";
    assert.deepEqual(properties.backendService, { serviceUrl: `https://${address}` });
    assert.equal(properties.swagger.host + properties.swagger.basePath, address);
    assert.deepEqual(properties.connectionParameters, { api_key: { type: "securestring" } });
    assert.ok(!JSON.stringify(properties).includes('"secret":'));
  });

  it("lets the relay check names in lower case, as Key Vault does not tell their case apart", async () => {
    const { inputs } = (await constructed()).find(workflow, "set-secret-relay");
    assert.deepEqual(inputs.parameters, {
      vaultUri: { value: "https://existing.vault.azure.net" },
      allowedSecretNames: { value: ["token", "other"] },
    });
  });

  it("leaves out what was not asked for", async () => {
    const { inputs } = (await constructed()).find(workflow, "set-secret-relay");
    const given = ["definition", "identity", "parameters", "resourceGroupName", "tags"];
    assert.deepEqual(Object.keys(inputs).sort(), given);
    assert.deepEqual(inputs.identity, { type: "SystemAssigned" });
  });

  it("says in a tag of the relay why its trigger is open, where no IP ranges are given", async () => {
    const { find } = await constructed({ tags: { team: "integration" } });
    assert.deepEqual(find(workflow, "set-secret-relay").inputs.tags, {
      team: "integration",
      "open-trigger-reason":
        "The connector runtime calls with the relay's key, from the region's shared connector addresses.",
    });
    assert.deepEqual(find(connector, "set-secret").inputs.tags, { team: "integration" });
  });

  it("passes on tags, location, identity and IP ranges", async () => {
    const { find } = await constructed({
      tags: { team: "integration" },
      location: "westeurope",
      identity: "user",
      allowedCallerIpRanges: ["10.0.0.0/8"],
      runHistoryIpRanges: ["192.168.0.0/16"],
    });
    const { inputs } = find(workflow, "set-secret-relay");
    assert.deepEqual(inputs.accessControl, {
      triggers: { allowedCallerIpAddresses: [{ addressRange: "10.0.0.0/8" }] },
      contents: { allowedCallerIpAddresses: [{ addressRange: "192.168.0.0/16" }] },
    });
    const identityId =
      "/subscriptions/s/resourceGroups/g/providers/managedidentity/UserAssignedIdentity/set-secret-relay12345678";
    assert.deepEqual(inputs.identity, { type: "UserAssigned", userAssignedIdentities: [identityId] });
    assert.ok(JSON.stringify(inputs.definition).includes(`"identity":"${identityId}"`));
    for (const type of [workflow, "azure-native:managedidentity:UserAssignedIdentity"]) {
      assert.deepEqual(find(type, "set-secret-relay").inputs.tags, { team: "integration" });
    }
    for (const type of [connector, connection]) {
      assert.deepEqual(find(type, "set-secret").inputs.tags, { team: "integration" });
      assert.equal(find(type, "set-secret").inputs.location, "westeurope");
    }
  });

  it("knows everything at preview but what Azure computes", async () => {
    const { find } = await constructed({}, true);
    const { swagger } = find(connector, "set-secret").inputs.properties as {
      swagger: { host: string; paths: Record<string, { put: { operationId: string } }> };
    };
    assert.equal(swagger.host, "[unknown]");
    assert.equal(swagger.paths["/secrets/{secret-name}"]?.put.operationId, "SetSecret");
    const definition = find(workflow, "set-secret-relay").inputs.definition;
    assert.ok(!JSON.stringify(definition).includes("[unknown]"));
  });
});
