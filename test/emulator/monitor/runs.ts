import type { Run } from "../../../emulator/logic-apps";

const minute = 60_000;

/** When the tests begin. */
export const begin = new Date("2026-11-02T08:00:00Z");

/** So many minutes after the beginning. */
export function at(minutes: number): Date {
  return new Date(begin.getTime() + minutes * minute);
}

/** A run that failed with an error code so many minutes after the beginning. */
export function failedAt(minutes: number, code: string): Run {
  return { ...runAt(minutes, "Failed"), error: { code, message: "" } };
}

/** A run that ended so many minutes after the beginning. */
export function runAt(minutes: number, status: Run["status"] = "Succeeded"): Run {
  return {
    id: `run-${minutes}`,
    workflowId: "workflow",
    workflowName: "refresh",
    triggerName: "Recurrence",
    status,
    startTime: at(minutes),
    ...(status === "Running" ? {} : { endTime: at(minutes) }),
    trigger: { secured: { inputs: false, outputs: false } },
    actions: [],
    correlationId: "correlation",
  };
}

/** `properties` of a rule as the program deploys it. */
export function ruleProperties(changes: object = {}, criterion: object = {}): Readonly<Record<string, unknown>> {
  return {
    description: "No refresh succeeded.",
    enabled: true,
    severity: 1,
    scopes: ["/workflows/refresh"],
    windowSize: "PT1H",
    evaluationFrequency: "PT5M",
    criteria: {
      "odata.type": "Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria",
      allOf: [
        {
          criterionType: "StaticThresholdCriterion",
          name: "silent",
          metricName: "RunsSucceeded",
          operator: "LessThan",
          threshold: 1,
          timeAggregation: "Total",
          ...criterion,
        },
      ],
    },
    actions: [],
    ...changes,
  };
}

/** The query that the program writes. */
export function failedRunsQuery(workflowId: string): string {
  return [
    "AzureDiagnostics",
    '| where ResourceProvider == "MICROSOFT.LOGIC" and OperationName endswith "workflowRunCompleted"',
    `| where _ResourceId =~ "${workflowId}" and column_ifexists("status_s", "") == "Failed"`,
    '| extend ErrorCode = coalesce(column_ifexists("error_code_s", ""), "Unknown")',
  ].join("\n");
}

/** `properties` of a log rule as the program deploys it. */
export function logRuleProperties(changes: object = {}, condition: object = {}): Readonly<Record<string, unknown>> {
  return {
    description: "A refresh failed.",
    enabled: true,
    severity: 1,
    scopes: ["/workspaces/logs"],
    evaluationFrequency: "PT5M",
    windowSize: "PT15M",
    skipQueryValidation: true,
    criteria: {
      allOf: [
        {
          query: failedRunsQuery("/workflows/refresh"),
          timeAggregation: "Count",
          operator: "GreaterThan",
          threshold: 0,
          dimensions: [{ name: "ErrorCode", operator: "Include", values: ["*"] }],
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 },
          ...condition,
        },
      ],
    },
    autoMitigate: true,
    actions: { actionGroups: [] },
    ...changes,
  };
}
