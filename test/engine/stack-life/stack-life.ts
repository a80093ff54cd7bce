import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fittingToken } from "../../stack-configuration";
import { storeCredentials } from "../deployed-credentials";
import { onStack, type EngineStack, type StackSettings } from "../engine-stack";
import type { EngineResult } from "../engine-result";
import { each, expectedResources, type Combination } from "../expected-resources";

/** What differs between the authorization models. */
export interface Life extends Combination {
  /** What a preview shows of a change of crm-token's refresh; only the Logic App is changed in the end. */
  readonly previewOfChangedRefresh: readonly string[];
}

/** What a stack can live through, in one combination. */
export function describeStackLife(life: Life): void {
  const { authorizationModel, identity, writePath } = life;
  const first = { ...fittingToken, writePath };
  const second = { ...first, secretName: "second-token", clientSecretName: "second-client-secret", clientId: "second" };
  const settings = (...tokens: readonly object[]): StackSettings => ({ authorizationModel, identity, tokens });
  const resources = expectedResources(life);
  const deployed = (given: StackSettings, attempt: (stack: EngineStack) => Promise<void>): Promise<void> =>
    onStack(given, async (stack) => {
      expectChanges(await stack.run("up"), each("create", resources));
      await attempt(stack);
    });

  describe(`a stack under Pulumi's engine, ${authorizationModel}`, () => {
    it("changes the one Logic App whose setting changed, and the alert that knows its interval", () =>
      deployed(settings(first), async ({ configure, run }) => {
        await configure(settings({ ...first, intervalMinutes: 45 }));
        expectChanges(await run("preview"), life.previewOfChangedRefresh);
        expectChanges(await run("up"), [
          "update azure-native:logic:Workflow refresh-crm-token",
          "update azure-native:monitor:MetricAlert refresh-crm-token-silent",
        ]);
        expectChanges(await run("up"), []);
      }));

    it("says everything that is wrong with the settings, and deploys nothing", () =>
      onStack(
        settings({ ...first, tokenUrl: "http://login.example.com" }, { ...second, clientSecretName: "no_name" }),
        async ({ azure, run }) => {
          for (const operation of ["preview", "up"] as const) {
            const { succeeded, errors, output } = await run(operation);
            assert.equal(succeeded, false);
            assert.match(output, /exit code 1\b/);
            const [error = "", ...others] = new Set(errors.map((message) => message.trim()));
            assert.match(
              error,
              /^(?:error: )?2 problems in the settings:\n\s+tokens\[0\]\.tokenUrl: .+\n\s+tokens\[1\]\.clientSecretName: .+$/,
            );
            assert.deepEqual(others, []);
            assert.doesNotMatch(output, /\n +at .+:\d+:\d+/);
            assert.deepEqual(azure.arm.requests(), []);
          }
        },
      ));

    it("completes a deployment that failed half-way", () =>
      onStack(settings(first), async ({ azure, failCreationsOf, run }) => {
        failCreationsOf("Microsoft.Web/customApis");
        const { succeeded, errors, output } = await run("up");
        assert.equal(succeeded, false);
        assert.ok(
          errors.some((error) => error.includes('Status=500 Code="InternalServerError"')),
          output,
        );
        const there = azure.arm.resources().map(({ type }) => type);
        assert.ok(there.includes("Microsoft.KeyVault/vaults") && !there.includes("Microsoft.Web/customApis"));

        failCreationsOf();
        const completed = await run("up");
        assert.ok(completed.changes.includes("create azure-native:web:CustomApi set-secret"), completed.output);
        assert.ok(
          completed.changes.every((change) => change.startsWith("create ")),
          completed.output,
        );
        assert.equal(completed.changes.length + completed.unchanged, resources.length);
        expectChanges(await run("up"), []);
      }));

    it("leaves alone a secret that the refresh wrote, deletes all but the vault's name, and deploys with a new one", () =>
      deployed(settings(first), async (stack) => {
        const { vaultName, refresh } = await storeCredentials(stack, settings(first));
        assert.equal(await refresh("crm-token"), "Succeeded");
        assert.equal(await refresh("crm-token"), "Succeeded");
        assert.equal(stack.azure.keyVault.versions(vaultName, "crm-token").length, 2);
        for (const operation of ["preview", "refresh", "up"] as const) expectChanges(await stack.run(operation), []);
        assert.equal(stack.azure.keyVault.versions(vaultName, "crm-token").length, 2);

        expectChanges(await stack.run("destroy"), each("delete", resources));
        assert.deepEqual(stack.azure.arm.resources(), []);
        assert.equal(stack.azure.keyVault.isNameTaken(vaultName), "deleted");
        expectChanges(await stack.run("up"), each("create", resources));
      }));

    it("says how to recover the vault where its name was given and is taken by a deleted one", () => {
      const given = { ...settings(first), vaultName: "kv-engine-given" };
      return deployed(given, async ({ azure, run }) => {
        expectChanges(await run("destroy"), each("delete", resources));
        assert.equal(azure.keyVault.isNameTaken("kv-engine-given"), "deleted");
        const { succeeded, errors } = await run("up");
        assert.equal(succeeded, false);
        assert.ok(
          errors.some((error) => /either recover or purge existing key vault/.test(error)),
          errors.join("\n"),
        );
      });
    });
  });
}

/** Expects success, and exactly these changes. */
export function expectChanges({ succeeded, changes, output }: EngineResult, expected: readonly string[]): void {
  assert.deepEqual({ succeeded, changes }, { succeeded: true, changes: expected }, `${changes.join("\n")}\n${output}`);
}
