import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { firedAlerts } from "../../local/monitor";
import { refreshAtNextSlots } from "../../local/run/refresh-at-next-slot";
import { leastToken } from "../stack-configuration";
import { deployedStack, endOf, refreshOf, type DeployedStack } from "../../local/drills/deployed-stack";

const minutes = 60_000;
const alertEmails = ["team@example.com"];
const failure = "A refresh of the token crm-token failed. The error code of the run says why.";
const silence = "No refresh of the token crm-token succeeded for two intervals or longer; one is due every 30 minutes.";

describe("The alerts of a deployed stack", () => {
  let stack: DeployedStack;

  /** What fired until so many minutes from now, and after the time. */
  const fired = (inMinutes: number, after: Date) =>
    firedAlerts(stack.azure, { until: new Date(stack.clock.now().getTime() + inMinutes * minutes) }).filter(
      ({ firedAt }) => firedAt > after,
    );

  before(async () => {
    const token = { ...leastToken, intervalMinutes: 30, writePath: "http" };
    stack = await deployedStack({ tokens: [token], alertEmails });
  });
  after(() => stack.azure.close());

  it("stay silent on a good day", async () => {
    const morning = stack.clock.now();
    for (let slot = 0; slot < 24; slot += 1) {
      const [run] = await refreshAtNextSlots(stack, stack.clock);
      assert.equal(run && endOf(run), "Succeeded");
    }
    assert.deepEqual(fired(0, morning), []);
  });

  it("tell within five minutes of a refresh that failed, to whom the settings name, and by the token's name", async () => {
    const vaultName = stack.vaultName;
    const secret = stack.clients.get("crm-token")?.clientSecret ?? "";
    stack.azure.keyVault.seedSecret(vaultName, "crm-client-secret", "wrong");
    const [run] = await refreshAtNextSlots(stack, stack.clock);
    stack.azure.keyVault.seedSecret(vaultName, "crm-client-secret", secret);
    assert.equal(run && endOf(run), "Failed invalid_client");
    const ended = run?.endTime ?? assert.fail("The run did not end.");
    const alerts = fired(5, new Date(ended.getTime() - 1));
    assert.deepEqual(
      alerts.map(({ description, told, workflowId }) => ({ description, told, workflowId })),
      [{ description: failure, told: alertEmails, workflowId: refreshOf(stack, "crm-token").id }],
    );
    const waited = (alerts[0]?.firedAt.getTime() ?? 0) - ended.getTime();
    assert.ok(waited <= 5 * minutes, `${waited} ms`);
  });

  it("are over once refreshes succeed again", async () => {
    for (let slot = 0; slot < 4; slot += 1) await refreshAtNextSlots(stack, stack.clock);
    const all = firedAlerts(stack.azure);
    assert.deepEqual(
      all.map(({ description }) => description),
      [failure],
    );
    assert.notEqual(all[0]?.resolvedAt, undefined);
  });

  it("tell of a recurrence that stopped, after two intervals and no later than five minutes after them", () => {
    const stopped = stack.azure.logicApps.runs(refreshOf(stack, "crm-token").id).at(-1)?.endTime ?? assert.fail();
    assert.deepEqual(fired(59, stopped), []);
    const [alert, ...others] = fired(65, stopped);
    assert.equal(alert?.description, silence);
    assert.deepEqual(alert.told, alertEmails);
    assert.deepEqual(others, []);
    const waited = (alert.firedAt.getTime() - stopped.getTime()) / minutes;
    assert.ok(waited >= 60 && waited < 65, `${waited} min`);
  });

  it("would not tell of it if Azure did not take an empty window for zero", () => {
    const until = new Date(stack.clock.now().getTime() + 1440 * minutes);
    const told = firedAlerts(stack.azure, { until, missingData: "not evaluated" });
    assert.deepEqual(
      told.map(({ description }) => description),
      [failure],
    );
  });
});

describe("The alerts of a stack that uses what is there", () => {
  const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared";
  const actionGroupId = `${group}/providers/Microsoft.Insights/actionGroups/on-call`;
  const logAnalyticsWorkspaceId = `${group}/providers/Microsoft.OperationalInsights/workspaces/logs-shared`;

  it("tell the action group, and every workflow logs to the workspace", async () => {
    const stack = await deployedStack({ tokens: [leastToken], actionGroupId, logAnalyticsWorkspaceId });
    try {
      stack.clock.advanceTo(new Date(stack.clock.now().getTime() + 361 * minutes));
      const alerts = firedAlerts(stack.azure);
      assert.deepEqual(
        alerts.map(({ told }) => told),
        [[actionGroupId]],
      );
      const logged = stack.azure.arm.state("Microsoft.Insights/diagnosticSettings");
      assert.equal(logged.length, 2);
    } finally {
      await stack.azure.close();
    }
  });
});
