import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "mocha";
import { firedAlerts } from "../../emulator/monitor";
import { refreshAtNextSlots } from "../../local/stack/refresh-at-next-slot";
import { vaultAdministrator } from "../../local/faults/vault-administrator";
import { fittingToken } from "../stack-configuration";
import {
  deployControlledStack,
  describeEnd,
  requireRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";

const minutes = 60_000;
const alertEmails = ["team@example.com"];
const failure = "A refresh of the token crm-token failed. The error code of the run says why.";
const silence = "No refresh of the token crm-token succeeded for two intervals or longer; one is due every 30 minutes.";

describe("The alerts of a deployed stack", () => {
  let stack: ControlledStack;

  /** What fired until so many minutes from now, and after the time. */
  const fired = (inMinutes: number, after: Date) =>
    firedAlerts(stack.azure, { until: new Date(stack.clock.now().getTime() + inMinutes * minutes) }).filter(
      ({ firedAt }) => firedAt > after,
    );

  before(async () => {
    const token = { ...fittingToken, intervalMinutes: 30, writePath: "http" };
    stack = await deployControlledStack({ tokens: [token], alertEmails });
  });
  after(() => stack.azure.close());

  it("stay silent on a good day", async () => {
    const morning = stack.clock.now();
    for (let slot = 0; slot < 24; slot += 1) {
      const [run] = await refreshAtNextSlots(stack, stack.clock);
      assert.equal(run && describeEnd(run), "Succeeded");
    }
    assert.deepEqual(fired(0, morning), []);
  });

  it("tell within five minutes of a refresh that failed, to whom the settings name, and by the token's name", async () => {
    const vaultName = stack.vaultName;
    const secret = stack.clients.get("crm-token")?.clientSecret ?? "";
    stack.azure.keyVault.seedSecret(vaultName, "crm-client-secret", "wrong");
    const [run] = await refreshAtNextSlots(stack, stack.clock);
    stack.azure.keyVault.seedSecret(vaultName, "crm-client-secret", secret);
    assert.equal(run && describeEnd(run), "Failed invalid_client");
    const ended = run?.endTime ?? assert.fail("The run did not end.");
    const alerts = fired(5, new Date(ended.getTime() - 1));
    assert.deepEqual(
      alerts.map(({ description, recipients, scopeId }) => ({ description, recipients, scopeId })),
      [{ description: failure, recipients: alertEmails, scopeId: requireRefresh(stack, "crm-token").id }],
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
    const stopped = stack.azure.logicApps.runs(requireRefresh(stack, "crm-token").id).at(-1)?.endTime ?? assert.fail();
    assert.deepEqual(fired(59, stopped), []);
    const [alert, ...others] = fired(65, stopped);
    assert.equal(alert?.description, silence);
    assert.deepEqual(alert.recipients, alertEmails);
    assert.deepEqual(others, []);
    const waited = (alert.firedAt.getTime() - stopped.getTime()) / minutes;
    assert.ok(waited >= 60 && waited < 65, `${waited} min`);
  });

  it("would not tell of it if Azure did not take an empty window for zero", () => {
    const until = new Date(stack.clock.now().getTime() + 1440 * minutes);
    const fired = firedAlerts(
      { ...stack.azure, readings: { ...stack.azure.readings, emptyWindow: "notEvaluated" } },
      { until },
    );
    assert.deepEqual(
      fired.map(({ description }) => description),
      [failure],
    );
  });
});

describe("The alerts of a stack that uses what is there", () => {
  const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shared";
  const actionGroupId = `${group}/providers/Microsoft.Insights/actionGroups/on-call`;
  const logAnalyticsWorkspaceId = `${group}/providers/Microsoft.OperationalInsights/workspaces/logs-shared`;
  const codeTold = "A refresh of the token crm-token failed with the error code in ErrorCode.";
  let stack: ControlledStack;

  beforeEach(async () => {
    const token = { ...fittingToken, intervalMinutes: 30, writePath: "http" };
    stack = await deployControlledStack({ tokens: [token], actionGroupId, logAnalyticsWorkspaceId });
  });
  afterEach(() => stack.azure.close());

  /** Refreshes while the vault does not give the client secret, and then as it should be. */
  const fail = async (): Promise<void> => {
    const administrator = await vaultAdministrator(stack);
    const { version = "" } = stack.azure.keyVault.versions(stack.vaultName, "crm-client-secret").at(-1) ?? {};
    for (const enabled of [false, true]) {
      await administrator.send("PATCH", `/secrets/crm-client-secret/${version}`, { attributes: { enabled } });
      await refreshAtNextSlots(stack, stack.clock);
    }
  };

  it("tell the action group of silence, and every workflow logs to the workspace", () => {
    stack.clock.advanceTo(new Date(stack.clock.now().getTime() + 61 * minutes));
    assert.deepEqual(
      firedAlerts(stack.azure).map(({ recipients, dimensions }) => ({ recipients, dimensions })),
      [{ recipients: [actionGroupId], dimensions: {} }],
    );
    const logged = stack.azure.arm.state("Microsoft.Insights/diagnosticSettings");
    assert.equal(logged.length, 1);
  });

  it("stay silent while refreshes succeed", async () => {
    for (let slot = 0; slot < 6; slot += 1) await refreshAtNextSlots(stack, stack.clock);
    assert.deepEqual(firedAlerts(stack.azure), []);
  });

  it("tell of a failure, and of its error code", async () => {
    await fail();
    assert.deepEqual(
      firedAlerts(stack.azure).map(({ description, dimensions, recipients, scopeId }) => ({
        ...{ description, dimensions, recipients, scopeId },
      })),
      [
        { description: failure, dimensions: {} },
        { description: codeTold, dimensions: { ErrorCode: "VaultForbidden" } },
      ].map((alert) => ({ ...alert, recipients: [actionGroupId], scopeId: requireRefresh(stack, "crm-token").id })),
    );
  });

  it("tell of a failure without its error code where the workflow does not log to the workspace", async () => {
    const [setting] = stack.azure.arm.state("Microsoft.Insights/diagnosticSettings");
    const { properties } = setting?.answer as { properties: object };
    await stack.azure.arm.put({
      ...{ id: setting?.id ?? "", type: "Microsoft.Insights/diagnosticSettings", name: setting?.name ?? "" },
      apiVersion: "2021-05-01-preview",
      body: { properties: { ...properties, logs: [{ category: "WorkflowRuntime", enabled: false }] } },
    });
    await fail();
    assert.deepEqual(
      firedAlerts(stack.azure).map(({ description }) => description),
      [failure],
    );
  });
});
