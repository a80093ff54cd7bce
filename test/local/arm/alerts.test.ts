import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { logRuleProperties, ruleProperties } from "../monitor/runs";
import { refusal } from "./refusal";
import { groupId, inMemory, workflowId } from "./resource-manager-in-memory";

const insights = `${groupId}/providers/Microsoft.Insights`;
const ruleId = `${insights}/metricAlerts/silent`;
const logRuleId = `${insights}/scheduledQueryRules/error-code`;
const actionGroupId = `${insights}/actionGroups/team`;
const settingId = `${workflowId}/providers/Microsoft.Insights/diagnosticSettings/logs`;
const workspaceId = `${groupId}/providers/Microsoft.OperationalInsights/workspaces/logs`;

describe("Azure Monitor's resources", () => {
  let azure: ReturnType<typeof inMemory>;
  const putRule = (changes: object = {}, location = "global") =>
    azure.send("PUT", ruleId, "2018-03-01", {
      location,
      properties: ruleProperties({ scopes: [workflowId], ...changes }),
    });
  const putLogRule = (changes: object = {}, top: object = {}) =>
    azure.send("PUT", logRuleId, "2025-01-01-preview", {
      location: "westeurope",
      kind: "LogAlert",
      properties: logRuleProperties({ scopes: [workspaceId], ...changes }),
      ...top,
    });
  const putGroup = (changes: object = {}) =>
    azure.send("PUT", actionGroupId, "2024-10-01-preview", {
      location: "global",
      properties: { enabled: true, groupShortName: "team", emailReceivers: [], ...changes },
    });
  const putSetting = (changes: object = {}, id = settingId) =>
    azure.send("PUT", id, "2021-05-01-preview", {
      properties: { workspaceId, logs: [{ category: "WorkflowRuntime", enabled: true }], ...changes },
    });

  beforeEach(async () => {
    azure = inMemory();
    await azure.putGroup();
    await azure.putWorkflow();
    const type = "Microsoft.OperationalInsights/workspaces";
    azure.store.put({ id: workspaceId, type, name: "logs", apiVersion: "", body: {}, answer: {} });
  });

  it("keep an alert rule, with when it was written", async () => {
    await putGroup();
    const actions = [{ actionGroupId }];
    await putRule({ actions });
    assert.deepEqual(await azure.send("GET", ruleId, "2018-03-01"), {
      id: ruleId,
      name: "silent",
      type: "Microsoft.Insights/metricAlerts",
      location: "global",
      properties: {
        autoMitigate: true,
        ...ruleProperties({ scopes: [workflowId], actions }),
        isMigrated: false,
        lastUpdatedTime: "2026-11-23T12:00:00.000Z",
      },
    });
  });

  it("refuse a rule on a workflow, or for an action group, that is not there", async () => {
    assert.match(await refusal(putRule({ scopes: [`${workflowId}x`] }), 404, "ResourceNotFound"), /scope/);
    assert.match(await refusal(putRule({ actions: [{ actionGroupId }] }), 404, "ResourceNotFound"), /action group/);
  });

  it("refuse a rule with a region, a wrong one, and one that cannot be evaluated here", async () => {
    await refusal(putRule({}, "westeurope"), 400, "LocationNotAvailableForResourceType");
    assert.match(await refusal(putRule({ windowSize: "PT2H" }), 400, "BadRequest"), /windowSize/);
    assert.match(await refusal(putRule({ autoMitigate: false }), 501, "AlertNotServed"), /autoMitigate/);
  });

  it("keep a rule on logs, with when it was written", async () => {
    await putGroup();
    const actions = { actionGroups: [actionGroupId] };
    await putLogRule({ actions });
    const now = "2026-11-23T12:00:00.000Z";
    assert.deepEqual(await azure.send("GET", logRuleId, "2025-01-01-preview"), {
      id: logRuleId,
      name: "error-code",
      type: "Microsoft.Insights/scheduledQueryRules",
      location: "westeurope",
      kind: "LogAlert",
      systemData: { createdAt: now, lastModifiedAt: now },
      properties: {
        ...logRuleProperties({ scopes: [workspaceId], actions }),
        createdWithApiVersion: "2025-01-01-preview",
        isLegacyLogAnalyticsRule: false,
        isWorkspaceAlertsStorageConfigured: false,
      },
    });
  });

  it("refuse a rule on logs of a workspace, or for an action group, that is not there", async () => {
    assert.match(await refusal(putLogRule({ scopes: [`${workspaceId}x`] }), 404, "ResourceNotFound"), /scope/);
    assert.match(await refusal(putLogRule({ scopes: [workflowId] }), 404, "ResourceNotFound"), /scope/);
    const actions = { actionGroups: [actionGroupId] };
    assert.match(await refusal(putLogRule({ actions }), 404, "ResourceNotFound"), /action group/);
  });

  it("refuse a rule on logs without a region, a wrong one, and one that cannot be evaluated here", async () => {
    await refusal(putLogRule({}, { location: "global" }), 400, "LocationNotAvailableForResourceType");
    assert.match(await refusal(putLogRule({}, { kind: "LogToMetric" }), 501, "AlertNotServed"), /LogToMetric/);
    assert.match(await refusal(putLogRule({ severity: 9 }), 400, "BadRequest"), /severity/);
    assert.match(await refusal(putLogRule({ windowSize: "P1D" }), 501, "AlertNotServed"), /windowSize/);
  });

  it("reject another scope for a rule on logs that exists, and change everything else", async () => {
    const otherId = `${workspaceId}-2`;
    const type = "Microsoft.OperationalInsights/workspaces";
    azure.store.put({ id: otherId, type, name: "logs-2", apiVersion: "", body: {}, answer: {} });
    await putLogRule();
    assert.equal(await refusal(putLogRule({ scopes: [otherId] }), 400, "BadRequest"), "Scope can not be updated");
    await putLogRule({ scopes: [workspaceId.toUpperCase().replace("/RG/", "/rg/")], severity: 1 });
    const rule = (await azure.send("GET", logRuleId, "2025-01-01-preview")) as { properties: { severity: number } };
    assert.equal(rule.properties.severity, 1);
    await azure.send("DELETE", logRuleId, "2025-01-01-preview");
    await putLogRule({ scopes: [otherId] });
  });

  it("keep an action group's addresses", async () => {
    const receiver = { name: "email-1", emailAddress: "team@example.com" };
    const { properties } = (await putGroup({ emailReceivers: [receiver] })) as { properties: object };
    assert.deepEqual(properties, {
      enabled: true,
      groupShortName: "team",
      emailReceivers: [{ ...receiver, status: "Enabled" }],
    });
  });

  it("refuse an action group with a long short name, equal receivers, or receivers that are not served", async () => {
    const receiver = { name: "email-1", emailAddress: "team@example.com" };
    await refusal(putGroup({ groupShortName: "thirteen-long" }), 400, "ActionGroupShortNameInvalid");
    await refusal(putGroup({ emailReceivers: [receiver, receiver] }), 400, "DuplicateReceiverName");
    assert.match(await refusal(putGroup({ smsReceivers: [{}] }), 501, "ReceiverNotServed"), /smsReceivers/);
  });

  it("keep a workflow's diagnostic setting, and lose it with the workflow", async () => {
    await putSetting();
    assert.notEqual(azure.store.get(settingId), undefined);
    await azure.send("DELETE", workflowId, "2019-05-01");
    assert.equal(azure.store.get(settingId), undefined);
  });

  it("refuse a diagnostic setting of something else, to nowhere, or of another category", async () => {
    const elsewhere = settingId.replace(workflowId, workspaceId);
    assert.match(await refusal(putSetting({}, elsewhere), 404, "ResourceNotFound"), /workflows only/);
    assert.match(await refusal(putSetting({ workspaceId: `${workspaceId}x` }), 404, "ResourceNotFound"), /workspace/);
    assert.match(
      await refusal(putSetting({ logs: [{ category: "Audit", enabled: true }] }), 400, "BadRequest"),
      /Audit/,
    );
    assert.match(await refusal(putSetting({ storageAccountId: "/s" }), 501, "SinkNotServed"), /storageAccountId/);
  });
});
