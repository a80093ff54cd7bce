import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { createAzure } from "../emulator";
import { ControlledClock } from "../emulator/clock";
import { deploy } from "../local/deployment";
import { parseSettings } from "../settings";

const textOf = (...path: string[]) => readFileSync(join(__dirname, "..", ...path), "utf8");
const readme = textOf("README.md");
const subscriptionId = "00000000-0000-0000-0000-000000000000";
const idOf = (resourceGroup: string) => `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

describe("README example for the least configuration", () => {
  it("is one token and nothing else, and is right", () => {
    const keys = [...readme.matchAll(/ config set .*'logicapp-keyvault-secrets:tokens\[0\]\.(\w+)' (\S+)$/gm)];
    const token = Object.fromEntries(keys.map(([, key = "", value]) => [key, value]));
    assert.deepEqual(Object.keys(token), ["secretName", "tokenUrl", "clientId", "clientSecretName"]);
    const { settings } = parseSettings({ tokens: [token] });
    assert.deepEqual(
      settings.tokens.map(({ secretName, tokenUrl }) => [secretName, tokenUrl]),
      [["salesforce-token", "https://example.my.salesforce.com/services/oauth2/token"]],
    );
  });
});

describe("docs/designers.md example for your own Pulumi program", () => {
  it("is docs/examples/set-secret-connector.ts, but for its import paths", () => {
    const [, example = ""] = /```ts\n([^]*?)```/.exec(textOf("docs", "designers.md")) ?? [];
    assert.equal(example, textOf("docs", "examples", "set-secret-connector.ts").replaceAll('"../../', '"./'));
  });

  it("deploys the connector, its relay and the grant for the one name", async () => {
    const azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-23T12:00:00Z")), subscriptionId });
    try {
      azure.arm.seedResourceGroup(idOf("rg-integration"), "westeurope");
      await azure.arm.seedVault(`${idOf("rg-shared")}/providers/Microsoft.KeyVault/vaults/kv-shared`, "rbac");
      const program = async () => ({ ...(await import("../docs/examples/set-secret-connector.js")) });
      const deployment = await deploy({ azure, program, project: "own", stack: "test", configuration: {} });
      assert.deepEqual(
        deployment.resources
          .filter(({ custom }) => custom)
          .map(({ type, name }) => `${type} ${name}`)
          .sort(),
        [
          "azure-native:authorization:RoleAssignment set-secret-relay-set-webhook-signing-key",
          "azure-native:authorization:RoleDefinition secrets-setSecret",
          "azure-native:logic:Workflow set-secret-relay",
          "azure-native:web:Connection set-secret",
          "azure-native:web:CustomApi set-secret",
        ],
      );
      assert.deepEqual(Object.keys(deployment.outputs).sort(), ["connectionId", "connectorId"]);
    } finally {
      await azure.close();
    }
  });
});
