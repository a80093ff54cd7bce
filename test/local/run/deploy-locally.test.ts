import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ControlledClock } from "../../../emulator/clock";
import { deployLocally } from "../../../local/stack/deploy-locally";
import { project } from "../../../local/stack/project";
import { runLocally } from "../../../local/run/run-locally";
import { readStackFile } from "../../../local/stack/stack-file";
import { SettingsError } from "../../../settings/problems/settings-error";
import { readDeployedStack } from "../../../verify/stack/deployed-stack";
import { leastToken, stackConfiguration } from "../../stack-configuration";

const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
const silent = (): void => undefined;

const everyProof = [
  ...["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"],
  ...["completed-after-success", "renewed-session", "consumer-privilege", "no-leak"],
];

describe("deployLocally", () => {
  it("refuses wrong settings before anything is started", async () => {
    const lines: string[] = [];
    const deployment = deployLocally({
      configuration: stackConfiguration({ tokens: [] }),
      stack: "test",
      clock,
      progress: (line) => lines.push(line),
    });
    await assert.rejects(deployment, SettingsError);
    assert.deepEqual(lines, []);
  });

  it("puts there what the settings say exists, in its subscription, and deploys into it", async () => {
    const within = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-shared";
    const role = (last: number): string =>
      `/subscriptions/11111111-2222-3333-4444-555555555555/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-00000000000${last}`;
    const stack = await deployLocally({
      configuration: stackConfiguration(
        {
          tokens: [leastToken],
          resourceGroupId: within,
          vaultId: `${within}/providers/Microsoft.KeyVault/vaults/kv-shared`,
          authorizationModel: "rbac",
          existingRoleIds: { get: role(1), set: role(2) },
        },
        { location: "westeurope" },
      ),
      stack: "test",
      clock,
      progress: silent,
    });
    try {
      assert.equal(stack.vaultName, "kv-shared");
      assert.equal(stack.azure.arm.subscriptionId, "11111111-2222-3333-4444-555555555555");
      const types = stack.deployment.resources.filter(({ custom }) => custom).map(({ type }) => type.split(":")[2]);
      assert.deepEqual([...new Set(types)].sort(), [
        "Connection",
        "CustomApi",
        "MetricAlert",
        "RoleAssignment",
        "Workflow",
      ]);
      assert.deepEqual(stack.azure.keyVault.secretNames("kv-shared"), ["crm-client-secret"]);
    } finally {
      await stack.azure.close();
    }
  });
});

describe("runLocally", function () {
  this.timeout(30_000);

  it("runs the example stack file: every proof holds, and nothing of the program is dropped", async () => {
    const configuration = await readStackFile("docs/examples/stack.yaml", project);
    const { stack, report } = await runLocally({ configuration, stack: "example", progress: silent });
    await stack.azure.close();
    const { resources, state } = stack.deployment;
    const logicApps = resources.filter(({ type }) => type === "azure-native:logic:Workflow").map(({ id }) => id);
    for (const { workflows } of [stack, readDeployedStack(state)]) {
      assert.deepEqual(workflows.map(({ id }) => id).sort(), logicApps.sort());
    }
    assert.deepEqual(
      report.proofs.map(({ id, held, control }) => [id, held, control.held]),
      everyProof.map((id) => [id, true, true]),
    );
    assert.equal(report.held, true);
    assert.deepEqual(report.droppedProperties, []);
    assert.equal(report.stack, "example");
    assert.deepEqual(report.outputs.allowedSecretNames, ["partner-api-key", "salesforce-token", "zoom-token"]);
    assert.equal(report.outputs.relayKey, "[secret]");
    assert.deepEqual(report.runs.map(({ workflow, status }) => [workflow.replace(/[0-9a-f]{8}$/, ""), status]).sort(), [
      ["consume-accounts", "Succeeded"],
      ["consume-contacts", "Succeeded"],
      ["refresh-example-token", "Succeeded"],
      ["refresh-salesforce-token", "Succeeded"],
      ["refresh-zoom-token", "Succeeded"],
      ["set-secret-relay", "Succeeded"],
      ["set-secret-relay", "Succeeded"],
    ]);
  });
});
