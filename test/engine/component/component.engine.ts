import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { asString } from "../../../definition/json";
import { searchForSecrets } from "../../../local/leak-search";
import { startComponentProvider, type ComponentProvider } from "../../component/component-provider";
import type { EngineStack } from "../engine-stack";
import { each } from "../expected-resources";
import { expectChanges } from "../stack-life/stack-life";
import { proveThatItWorks } from "./prove-that-it-works";
import { onYamlStack, type YamlVariation } from "./yaml-program";

const refresh = "refresh-salesforce-token";
const workflows = [`azure-native:logic:Workflow ${refresh}`, "azure-native:logic:Workflow set-secret-relay"];
const alertRules = ["failed", "silent"].map((rule) => `azure-native:monitor:MetricAlert ${refresh}-${rule}`);
const ofConnector = ["azure-native:web:Connection set-secret", "azure-native:web:CustomApi set-secret"];
const others = [...workflows, ...alertRules, ...ofConnector];

/** Everything of azure-native that the example has, by the vault's authorization model. */
const resources = {
  rbac: [
    `azure-native:authorization:RoleAssignment ${refresh}-get-salesforce-client-secret`,
    `azure-native:authorization:RoleAssignment ${refresh}-set-salesforce-token`,
    "azure-native:authorization:RoleAssignment set-secret-relay-set-webhook-signing-key",
    `azure-native:authorization:RoleDefinition ${refresh}-secrets-getSecret`,
    `azure-native:authorization:RoleDefinition ${refresh}-secrets-setSecret`,
    "azure-native:authorization:RoleDefinition set-secret-secrets-setSecret",
    ...others,
  ],
  accessPolicy: [
    `azure-native:keyvault:AccessPolicy ${refresh}`,
    "azure-native:keyvault:AccessPolicy set-secret-relay",
    ...others,
  ],
};

describe("the components for other languages, in a program in YAML", function () {
  // The first has 4 operations, each of which starts the language host too.
  this.timeout(400_000);
  let provider: ComponentProvider;

  before(async () => {
    provider = await startComponentProvider();
    // Inferred once, when it is first asked for.
    await provider.schema();
  });

  after(() => provider.close());

  const deployed = (
    variation: Omit<YamlVariation, "port">,
    attempt: (stack: EngineStack) => Promise<void>,
  ): Promise<void> =>
    onYamlStack({ port: provider.port, ...variation }, async (stack) => {
      const created = resources[variation.authorizationModel ?? "rbac"];
      expectChanges(await stack.run("up"), each("create", created));
      await attempt(stack);
      expectChanges(await stack.run("destroy"), each("delete", created));
      // What was there before stays.
      assert.deepEqual(
        stack.azure.arm.resources().map(({ name }) => name),
        ["rg-shared", "kv-shared"],
      );
    });

  it("are deployed, do what they should, stay as they are, keep secrets secret in the state, and go with the stack", () =>
    deployed({}, async (stack) => {
      await proveThatItWorks(stack);
      for (const operation of ["refresh", "up"] as const) {
        const unchanged = await stack.run(operation);
        expectChanges(unchanged, []);
        assert.deepEqual(unchanged.componentChanges, []);
      }

      const { relayKey, connectionId } = await stack.outputs();
      const secrets = [asString(relayKey), ...stack.azure.keyVault.values()];
      const places = await stack.stateFiles();
      assert.deepEqual(searchForSecrets({ secrets, places }), []);
      // What is no secret is found: the search reads what it should.
      assert.ok(searchForSecrets({ secrets: [asString(connectionId)], places }).length > 0);
    }));

  it("take outputs, and write the access policies of one vault one by one where one depends on the other", () => {
    const properties = { [refresh]: { resourceGroupName: { "fn::secret": "rg-shared" } } };
    const options = { [refresh]: { dependsOn: ["${set-secret}"] } };
    return deployed({ authorizationModel: "accessPolicy", properties, options }, proveThatItWorks);
  });

  it("say everything that is wrong with their arguments, show no value that may be a secret, and deploy nothing", () => {
    const canary = "Xq7!canary-of-a-secret";
    const properties = {
      "set-secret": { allowedSecretNames: [canary], allowedCallerIpRanges: ["1.2.3"] },
      [refresh]: { secretName: { "fn::secret": canary }, clientSecretName: canary, intervalMinutes: 500 },
    };
    return onYamlStack({ port: provider.port, properties }, async ({ azure, run, stateFiles }) => {
      for (const operation of ["preview", "up"] as const) {
        const { succeeded, errors, output } = await run(operation);
        assert.equal(succeeded, false);
        const [ofConnectors = "", ofRefresh = "", ...more] = [...errors].sort();
        assert.match(
          ofConnectors,
          /^logicapp-keyvault-secrets:index:SetSecretConnector resource 'set-secret' has a problem: 2 problems in the arguments of SetSecretConnector set-secret:\n {2}allowedSecretNames\[0\]: .+\n {2}allowedCallerIpRanges\[0\]: .+\n$/,
        );
        assert.match(
          ofRefresh,
          /TokenRefresh refresh-salesforce-token:\n {2}secretName: is an output .+\n {2}clientSecretName: .+\n {2}intervalMinutes: is 500\. .+\n$/,
        );
        assert.deepEqual(more, []);
        assert.doesNotMatch(output, /\n +at .+:\d+:\d+/);
        const places = [...(await stateFiles()), { name: "output", content: output }];
        assert.deepEqual(searchForSecrets({ secrets: [canary], places }), []);
      }
      assert.deepEqual(azure.arm.requests(), []);
    });
  });

  it("say what is wrong with an output once it is known", () => {
    const properties = { "set-secret": { vaultId: { "fn::secret": "kv-shared" } } };
    return onYamlStack({ port: provider.port, properties }, async ({ run }) => {
      const { succeeded, errors, output } = await run("preview");
      assert.equal(succeeded, false);
      assert.ok(
        errors.some((error) =>
          error.includes("SetSecretConnector set-secret: vaultId: is not a Key Vault resource ID."),
        ),
        output,
      );
      assert.doesNotMatch(output, /\n +at .+:\d+:\d+/);
    });
  });
});
