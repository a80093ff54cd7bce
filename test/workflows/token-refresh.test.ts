import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { existingVault, VaultAccess } from "../../access";
import { SetSecretConnector } from "../../connector";
import type { RefreshedToken } from "../../workflows";
import { RefreshOperatorRole, TokenRefresh } from "../../workflows";
import { construct } from "../construction/construct";

const vaultId = "/subscriptions/s/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/mine";
const token: RefreshedToken = {
  secretName: "token",
  grantType: "client_credentials",
  tokenUrl: "https://login.example.com/token",
  clientId: { value: "id" },
  clientSecretName: "client-secret",
  instanceUrl: "none",
  allowedInstanceUrlSuffixes: [],
  intervalMinutes: 60,
  assumedLifetimeMinutes: 120,
  maximumLifetimeMinutes: 1_440,
  writePath: "connector",
};
const workflow = "azure-native:logic:Workflow";

function access(): VaultAccess {
  return new VaultAccess("access", { vault: existingVault(vaultId), authorizationModel: "rbac" });
}

describe("TokenRefresh", () => {
  it("uses the connector's connection, and may read its client secret only", async () => {
    const { find, ofType } = await construct(() => {
      const shared = { resourceGroupName: "group", access: access() };
      const connector = new SetSecretConnector("set-secret", { ...shared, allowedSecretNames: ["token"] });
      new TokenRefresh("refresh-token", { ...shared, connector, token });
      return {};
    });
    const { parameters, definition } = find(workflow, "refresh-token").inputs as {
      parameters: object;
      definition: unknown;
    };
    const id = (kind: string): string => `/subscriptions/s/resourceGroups/g/providers/web/${kind}/set-secret12345678`;
    assert.deepEqual(parameters, {
      vaultUri: { value: "https://mine.vault.azure.net" },
      $connections: {
        value: {
          keyvaultsecrets: {
            id: id("CustomApi"),
            connectionId: id("Connection"),
            connectionName: "set-secret12345678",
          },
        },
      },
    });
    assert.ok(JSON.stringify(definition).includes('"sp":"/triggers/manual/run"'));
    assert.deepEqual(
      ofType("azure-native:authorization:RoleAssignment").map(({ name }) => name),
      ["refresh-token-get-client-secret", "set-secret-relay-set-token"],
    );
  });

  it("writes by HTTP without connector and connection", async () => {
    const { find, ofType } = await construct(() => {
      const args = { resourceGroupName: "group", access: access(), token: { ...token, writePath: "http" } } as const;
      new TokenRefresh("refresh-token", args);
      return {};
    });
    assert.deepEqual(find(workflow, "refresh-token").inputs.parameters, {
      vaultUri: { value: "https://mine.vault.azure.net" },
    });
    assert.deepEqual([...ofType("azure-native:web:CustomApi"), ...ofType("azure-native:web:Connection")], []);
    assert.deepEqual(
      ofType("azure-native:authorization:RoleAssignment").map(({ name }) => name),
      ["refresh-token-get-client-secret", "refresh-token-set-token"],
    );
  });

  it("refuses a token that is written by a connector that is not there", async () => {
    await construct(() => {
      assert.throws(() => new TokenRefresh("refresh-token", { resourceGroupName: "group", access: access(), token }), {
        name: "UsageError",
        message:
          'TokenRefresh refresh-token: the argument "connector" is missing, but the token token has writePath ' +
          '"connector". Pass a SetSecretConnector, or set writePath to "http".',
      });
      return {};
    });
  });

  it("refuses operators without a role to assign", async () => {
    const refreshOperators = [{ principalId: "person", principalType: "User" }] as const;
    await construct(() => {
      const args = { resourceGroupName: "group", access: access() };
      assert.throws(
        () => new TokenRefresh("refresh-token", { ...args, token: { ...token, writePath: "http", refreshOperators } }),
        {
          name: "UsageError",
          message:
            'TokenRefresh refresh-token: the argument "operatorRole" is missing, but the token token has ' +
            "refreshOperators. Pass a RefreshOperatorRole, or remove the operators.",
        },
      );
      return {};
    });
  });

  it("assigns the role of its operators at its own workflow", async () => {
    const { find, ofType } = await construct(() => {
      const args = { resourceGroupName: "group", access: access() };
      const operatorRole = new RefreshOperatorRole("refresh-operators", { resourceGroupName: "group" });
      const refreshOperators = [{ principalId: "person", principalType: "User" }] as const;
      const operated = { ...token, writePath: "http", refreshOperators } as const;
      new TokenRefresh("refresh-token", { ...args, operatorRole, token: operated });
      return {};
    });
    const id = (type: string, name: string): string =>
      `/subscriptions/s/resourceGroups/g/providers/${type}/${name}12345678`;
    assert.deepEqual(find("azure-native:authorization:RoleAssignment", "refresh-token-run-person").inputs, {
      scope: id("logic/Workflow", "refresh-token"),
      roleDefinitionId: id("authorization/RoleDefinition", "run-refresh"),
      principalId: "person",
      principalType: "User",
    });
    const role = find("azure-native:authorization:RoleDefinition", "run-refresh").inputs;
    assert.deepEqual(role.assignableScopes, ["/subscriptions/subscription/resourceGroups/group"]);
    assert.deepEqual(
      ofType("azure-native:authorization:RoleAssignment").map(({ name }) => name),
      ["refresh-token-get-client-secret", "refresh-token-run-person", "refresh-token-set-token"],
    );
  });
});
