import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { constructed } from "../program/constructed";
import { leastRefreshToken, leastToken } from "../stack-configuration";

const group = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shared/providers";
const actionGroupId = `${group}/Microsoft.Insights/actionGroups/on-call`;
const workspaceId = `${group}/Microsoft.OperationalInsights/workspaces/logs-shared`;
const ids = "/subscriptions/s/resourceGroups/g/providers";
const workflowId = `${ids}/logic/Workflow/refresh-crm-token12345678`;

const rule = "azure-native:monitor:MetricAlert";
const logRule = "azure-native:monitor:ScheduledQueryRule";
const actionGroup = "azure-native:monitor:ActionGroup";
const diagnosticSetting = "azure-native:monitor:DiagnosticSetting";

/** A rule's inputs, its condition apart from what all have in common. */
const expected = (description: string, watch: object, criterion: object, actions: object[] = []) => ({
  resourceGroupName: "keyvault-secrets12345678",
  location: "global",
  tags: {},
  description,
  enabled: true,
  severity: 1,
  scopes: [workflowId],
  ...watch,
  criteria: {
    odataType: "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
    allOf: [
      {
        criterionType: "StaticThresholdCriterion",
        metricNamespace: "Microsoft.Logic/workflows",
        timeAggregation: "Total",
        ...criterion,
      },
    ],
  },
  autoMitigate: true,
  actions,
});

describe("The program's alerts", () => {
  it("watch each token's failures, and its silence, and name the token", async () => {
    const { find } = await constructed({ tokens: [leastToken] });
    assert.deepEqual(
      find(rule, "refresh-crm-token-failed").inputs,
      expected(
        "A refresh of the token crm-token failed. The error code of the run says why.",
        { windowSize: "PT15M", evaluationFrequency: "PT5M" },
        { name: "failed", metricName: "RunsFailed", operator: "GreaterThan", threshold: 0 },
      ),
    );
    assert.deepEqual(
      find(rule, "refresh-crm-token-silent").inputs,
      expected(
        "No refresh of the token crm-token succeeded for two intervals or longer; one is due every 60 minutes.",
        { windowSize: "PT6H", evaluationFrequency: "PT15M" },
        { name: "silent", metricName: "RunsSucceeded", operator: "LessThan", threshold: 1 },
      ),
    );
  });

  it("go to the addresses of the settings, by one action group for all tokens", async () => {
    const alertEmails = ["one@example.com", "two@example.com"];
    const { find, ofType, log } = await constructed({ tokens: [leastToken, leastRefreshToken], alertEmails });
    assert.equal(ofType(actionGroup).length, 1);
    assert.deepEqual(find(actionGroup, "refresh-alerts").inputs, {
      resourceGroupName: "keyvault-secrets12345678",
      location: "global",
      tags: {},
      enabled: true,
      groupShortName: "tokenrefresh",
      emailReceivers: [
        { name: "email-1", emailAddress: "one@example.com" },
        { name: "email-2", emailAddress: "two@example.com" },
      ],
    });
    const actions = [{ actionGroupId: `${ids}/monitor/ActionGroup/refresh-alerts12345678` }];
    assert.deepEqual(
      ofType(rule).map(({ inputs }) => inputs.actions),
      [actions, actions, actions, actions],
    );
    assert.equal(log.filter((line) => line.includes("Nobody is notified")).length, 0);
  });

  it("go to an action group that exists, and none is created", async () => {
    const { ofType } = await constructed({ tokens: [leastToken], actionGroupId });
    assert.deepEqual(ofType(actionGroup), []);
    assert.deepEqual(
      ofType(rule).map(({ inputs }) => inputs.actions),
      [[{ actionGroupId }], [{ actionGroupId }]],
    );
  });

  it("are deployed and go to nobody where the settings name nobody, and the program says so", async () => {
    const { ofType, log } = await constructed({ tokens: [leastToken] });
    assert.deepEqual(ofType(actionGroup), []);
    assert.deepEqual(
      ofType(rule).map(({ inputs }) => inputs.actions),
      [[], []],
    );
    assert.equal(log.filter((line) => line.startsWith("info: Nobody is notified when an alert fires")).length, 1);
  });

  it("watch failures alone where no window is as long as two intervals", async () => {
    const token = { ...leastToken, intervalMinutes: 721, assumedLifetimeMinutes: 2880 };
    const { ofType, log } = await constructed({ tokens: [token] });
    assert.deepEqual(
      ofType(rule).map(({ name }) => name),
      ["refresh-crm-token-failed"],
    );
    assert.equal(log.filter((line) => line.includes("nobody is notified when refreshes just stop")).length, 1);
  });

  it("show a failure's error code, where the runs are logged", async () => {
    const { find, outputs } = await constructed({
      ...{ tokens: [leastToken], actionGroupId, location: "northeurope", logAnalyticsWorkspaceId: workspaceId },
    });
    assert.deepEqual(find(logRule, "refresh-crm-token-error-code").inputs, {
      resourceGroupName: "keyvault-secrets12345678",
      location: "northeurope",
      tags: {},
      kind: "LogAlert",
      description: "A refresh of the token crm-token failed with the error code in ErrorCode.",
      enabled: true,
      severity: 1,
      scopes: [workspaceId],
      evaluationFrequency: "PT5M",
      windowSize: "PT15M",
      skipQueryValidation: true,
      criteria: {
        allOf: [
          {
            query:
              "AzureDiagnostics\n" +
              '| where ResourceProvider == "MICROSOFT.LOGIC" and OperationName endswith "workflowRunCompleted"\n' +
              `| where _ResourceId =~ "${workflowId}" and column_ifexists("status_s", "") == "Failed"\n` +
              '| extend ErrorCode = coalesce(column_ifexists("error_code_s", ""), "Unknown")',
            timeAggregation: "Count",
            operator: "GreaterThan",
            threshold: 0,
            dimensions: [{ name: "ErrorCode", operator: "Include", values: ["*"] }],
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          },
        ],
      },
      autoMitigate: true,
      actions: { actionGroups: [actionGroupId] },
    });
    const { "crm-token": workflow } = outputs.refreshWorkflows as Record<string, { alertRules: object }>;
    assert.deepEqual(workflow?.alertRules, {
      failed: `${ids}/monitor/MetricAlert/refresh-crm-token-failed12345678`,
      silent: `${ids}/monitor/MetricAlert/refresh-crm-token-silent12345678`,
      errorCode: `${ids}/monitor/ScheduledQueryRule/refresh-crm-token-error-code12345678`,
    });
  });

  it("are replaced when they query another workspace, which Azure refuses to change in place", async () => {
    const { find, ofType, optionsOf } = await constructed({
      ...{ tokens: [leastToken], logAnalyticsWorkspaceId: workspaceId },
    });
    assert.deepEqual(optionsOf(find(logRule, "refresh-crm-token-error-code")).replaceOnChanges, ["scopes"]);
    // Azure changes the workspace of a diagnostic setting and the scopes of a metric alert in place.
    for (const resource of [...ofType(rule), ...ofType(diagnosticSetting)]) {
      assert.deepEqual(optionsOf(resource).replaceOnChanges, [], resource.name);
    }
  });

  it("have no error code where nothing is logged", async () => {
    const { ofType } = await constructed({ tokens: [leastToken] });
    assert.deepEqual(ofType(logRule), []);
  });

  it("are left out when they are turned off", async () => {
    const { ofType, outputs } = await constructed({
      ...{ tokens: [leastToken], alerts: "false", logAnalyticsWorkspaceId: workspaceId },
    });
    assert.deepEqual([...ofType(rule), ...ofType(logRule)], []);
    const { "crm-token": workflow } = outputs.refreshWorkflows as Record<string, object>;
    assert.deepEqual(Object.keys(workflow ?? {}), ["id", "name", "principalId"]);
  });
});

describe("The program's logs", () => {
  it("go nowhere by default", async () => {
    const { ofType } = await constructed({ tokens: [leastToken] });
    assert.deepEqual(ofType(diagnosticSetting), []);
  });

  it("go to a workspace, from every workflow, the relay among them", async () => {
    const { ofType } = await constructed({ tokens: [leastToken], logAnalyticsWorkspaceId: workspaceId });
    const logs = [{ category: "WorkflowRuntime", enabled: true }];
    const relayId = `${ids}/logic/Workflow/set-secret-relay12345678`;
    assert.deepEqual(
      ofType(diagnosticSetting).map(({ name, inputs }) => [name, inputs]),
      [
        ["refresh-crm-token-logs", { resourceUri: workflowId, workspaceId, logs }],
        ["set-secret-relay-logs", { resourceUri: relayId, workspaceId, logs }],
      ],
    );
  });
});
