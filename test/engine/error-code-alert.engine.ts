import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { onStack } from "./engine-stack";
import { each, expectedResources } from "./expected-resources";

const logAnalyticsWorkspaceId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared" +
  "/providers/Microsoft.OperationalInsights/workspaces/logs-shared";

describe("the alert with the error code under Pulumi's engine", () => {
  it("comes with a workspace, stays as it is, moves to another workspace, and goes with it", () => {
    const combination = { authorizationModel: "rbac", identity: "system", writePath: "http" } as const;
    const { authorizationModel, identity, writePath } = combination;
    const settings = { authorizationModel, identity, tokens: [{ ...leastToken, writePath }] };
    const logs = [
      "azure-native:monitor:DiagnosticSetting refresh-crm-token-logs",
      "azure-native:monitor:ScheduledQueryRule refresh-crm-token-error-code",
    ];
    const expected = [...expectedResources(combination), ...logs].sort();
    return onStack({ ...settings, logAnalyticsWorkspaceId }, async ({ azure, configure, run }) => {
      azure.arm.seedNamed(logAnalyticsWorkspaceId);
      const up = await run("up");
      assert.deepEqual(up.changes, each("create", expected), up.output);
      for (const operation of ["up", "refresh"] as const) {
        const { succeeded, changes, unchanged, output } = await run(operation);
        assert.deepEqual(
          { succeeded, changes, unchanged },
          { succeeded: true, changes: [], unchanged: expected.length },
          output,
        );
      }
      const other = `${logAnalyticsWorkspaceId}-2`;
      azure.arm.seedNamed(other);
      await configure({ ...settings, logAnalyticsWorkspaceId: other });
      const moved = await run("up");
      assert.equal(moved.succeeded, true, moved.output);
      assert.deepEqual(
        moved.changes.filter((change) => /^(?:replace|update) /.test(change)),
        [
          "replace azure-native:monitor:ScheduledQueryRule refresh-crm-token-error-code",
          "update azure-native:monitor:DiagnosticSetting refresh-crm-token-logs",
        ],
      );
      await configure(settings);
      const without = await run("up");
      assert.deepEqual(without.changes, each("delete", logs), without.output);
    });
  });
});
