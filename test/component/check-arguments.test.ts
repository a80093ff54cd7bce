import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { describe, it } from "mocha";
import { SetSecretConnector } from "../../component/set-secret-connector";
import { TokenRefresh } from "../../component/token-refresh";
import { leastToken } from "../stack-configuration";
import { construct } from "../construction/construct";

const place = {
  resourceGroupName: "group",
  vaultId:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vaults/providers/Microsoft.KeyVault/vaults/kv-existing",
  authorizationModel: "rbac",
};
const { writePath: _, ...token } = { writePath: "connector", ...leastToken };

/** What a program in a language without these types could pass. */
type Arguments = Readonly<Record<string, unknown>>;

const connector = (args: Arguments) => () => {
  new SetSecretConnector("set-secret", args as unknown as ConstructorParameters<typeof SetSecretConnector>[1]);
  return {};
};
const refresh = (args: Arguments) => () => {
  new TokenRefresh("refresh", args as unknown as ConstructorParameters<typeof TokenRefresh>[1]);
  return {};
};

/** The lines of the error that a program ends with. */
async function problemsOf(program: () => Record<string, unknown>): Promise<readonly string[]> {
  const error: unknown = await construct(program).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(pulumi.RunError.isInstance(error), String(error));
  assert.equal(error.stack, "");
  return error.message.split("\n");
}

describe("the arguments of SetSecretConnector", () => {
  const args = { ...place, allowedSecretNames: ["webhook-signing-key"] };

  it("are enough without any that has a default", async () => {
    const { resources } = await construct(connector(args));
    assert.equal(resources[0]?.type, "logicapp-keyvault-secrets:index:SetSecretConnector");
  });

  it("are reported all at once where they are missing", async () => {
    assert.deepEqual(await problemsOf(connector({})), [
      "4 problems in the arguments of SetSecretConnector set-secret:",
      "  resourceGroupName: is missing or empty. Name of the resource group to create the resources in.",
      "  vaultId: is missing or empty. Resource ID of the key vault.",
      "  authorizationModel: is missing or empty. How the vault authorizes requests: Azure RBAC or access policies. With access policies, components of one vault must wait for one another, by dependsOn.",
      "  allowedSecretNames: is missing or empty. Secrets that Logic Apps may write through the connector, at least one.",
    ]);
  });

  it("are reported where they are not known, or do not fit together", async () => {
    const wrong = {
      ...args,
      authorizationModel: "accessPolicy",
      grantScope: "secret",
      allowedSecretNames: ["webhook-signing-key", "Webhook-Signing-Key"],
      locaton: "westeurope",
    };
    assert.deepEqual(await problemsOf(connector(wrong)), [
      "3 problems in the arguments of SetSecretConnector set-secret:",
      "  locaton: is not a known setting. Did you mean location?",
      "  grantScope: is secret, but access policies apply to the whole vault. Remove it, or set authorizationModel to rbac.",
      "  allowedSecretNames[1]: is the same name as allowedSecretNames[0]. Remove one of them.",
    ]);
  });

  it("are refused where the location is in another cloud than the vault", async () => {
    assert.deepEqual(await problemsOf(connector({ ...args, location: "chinaeast2" })), [
      "1 problem in the arguments of SetSecretConnector set-secret:",
      "  location: is in Azure China 21Vianet, but cloud is public. Use a location such as westeurope, or set cloud to china.",
    ]);
    const { find } = await construct(connector({ ...args, location: "chinaeast2", cloud: "china" }));
    const { definition, parameters } = find("azure-native:logic:Workflow", "set-secret-relay").inputs as Record<
      string,
      unknown
    >;
    assert.match(JSON.stringify(parameters), /\.vault\.azure\.cn"/);
    assert.match(JSON.stringify(definition), /"audience":"https:\/\/vault\.azure\.cn"/);
  });

  it("are outputs only where the resources do not depend on the value", async () => {
    const outputs = {
      ...args,
      resourceGroupName: pulumi.output("group"),
      vaultId: pulumi.output(place.vaultId),
      location: pulumi.secret("westeurope"),
    };
    await construct(connector(outputs));
    assert.deepEqual(await problemsOf(connector({ ...outputs, allowedSecretNames: [pulumi.secret("name")] })), [
      "1 problem in the arguments of SetSecretConnector set-secret:",
      "  allowedSecretNames: is an output of another resource, or a secret. Expected a plain value, since it decides which resources there are.",
    ]);
  });
});

describe("the arguments of TokenRefresh", () => {
  const args = { ...place, ...token };

  it("are enough without any that has a default, and write by http", async () => {
    const { resources } = await construct(refresh(args));
    const names = resources.map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(names.filter((name) => name.startsWith("azure-native:")).sort(), [
      "azure-native:authorization:RoleAssignment refresh-get-crm-client-secret",
      "azure-native:authorization:RoleAssignment refresh-set-crm-token",
      "azure-native:authorization:RoleDefinition refresh-secrets-getSecret",
      "azure-native:authorization:RoleDefinition refresh-secrets-setSecret",
      "azure-native:logic:Workflow refresh",
      "azure-native:monitor:MetricAlert refresh-failed",
      "azure-native:monitor:MetricAlert refresh-silent",
    ]);
  });

  it("name the roles after the component, so that each can have its own", async () => {
    const { ofType } = await construct(refresh(args));
    assert.deepEqual(
      ofType("azure-native:authorization:RoleDefinition").map(({ inputs }) => inputs.roleName),
      [
        "Key Vault secrets: get (logicapp-keyvault-secrets/test, refresh, kv-existing)",
        "Key Vault secrets: set (logicapp-keyvault-secrets/test, refresh, kv-existing)",
      ],
    );
  });

  it("are those of a token, checked like the settings, under their own names", async () => {
    const wrong = {
      ...args,
      intervalMinutes: 500,
      tokenRequestParameters: { grant_type: "x" },
      writePath: "connector",
    };
    const [heading, ...problems] = await problemsOf(refresh({ ...wrong, clientSecretName: args.secretName }));
    assert.equal(heading, "4 problems in the arguments of TokenRefresh refresh:");
    assert.deepEqual(
      problems.map((problem) => problem.split(": ")[0]?.trim()),
      ["writePath", "tokenRequestParameters", "intervalMinutes", "clientSecretName"],
    );
    assert.match(problems.at(-1) ?? "", /is the same secret as secretName, which holds the token\./);
  });

  it("never hold the client secret itself, nor show it", async () => {
    const canary = "Xq7!canary-of-a-secret";
    const given = { ...args, clientSecret: canary, clientSecretName: canary, clientId: pulumi.secret(canary) };
    const message = (await problemsOf(refresh(given))).join("\n");
    assert.match(message, /^3 problems in the arguments of TokenRefresh refresh:\n/);
    assert.match(message, / {2}clientSecret: would be a secret in plain text, which no setting accepts\./);
    assert.ok(!message.includes(canary));
  });

  it("create the alerts' recipients and the logs that they ask for", async () => {
    const workspaceId = `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/logs`;
    const { resources } = await construct(
      refresh({ ...args, alertEmails: ["oncall@example.com"], logAnalyticsWorkspaceId: workspaceId }),
    );
    const names = resources.map(({ type, name }) => `${type} ${name}`);
    for (const expected of [
      "azure-native:monitor:ActionGroup refresh-alerts",
      "azure-native:monitor:DiagnosticSetting refresh-logs",
      "azure-native:monitor:ScheduledQueryRule refresh-error-code",
    ]) {
      assert.ok(names.includes(expected), expected);
    }
  });
});
