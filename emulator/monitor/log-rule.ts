import { isDeepStrictEqual } from "node:util";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import { notServed, wrong } from "./errors";
import { minutesOf } from "./time-grains";

/** A log alert on the failed runs of one workflow, an alert for each of their error codes. */
export interface LogRule {
  /** ID of the Log Analytics workspace that is queried. */
  readonly workspaceId: string;
  /** ID in the query. */
  readonly workflowId: string;
  /** Column of the query that has the error code. */
  readonly dimension: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly windowMinutes: number;
  readonly frequencyMinutes: number;
  readonly actionGroupIds: readonly string[];
}

/** Error code that the query gives to a run without one. */
export const unknownErrorCode = "Unknown";

/** The one query that is understood: failed runs of a workflow, with their error codes. */
const failedRuns = new RegExp(
  [
    String.raw`^AzureDiagnostics`,
    String.raw`\| where ResourceProvider == "MICROSOFT\.LOGIC" and OperationName endswith "workflowRunCompleted"`,
    String.raw`\| where _ResourceId =~ "(?<workflowId>[^"]+)" and column_ifexists\("status_s", ""\) == "Failed"`,
    String.raw`\| extend (?<dimension>\w+) = coalesce\(column_ifexists\("error_code_s", ""\), "${unknownErrorCode}"\)$`,
  ].join("\n"),
);

const known = new Set([
  ...["actions", "autoMitigate", "criteria", "description", "enabled", "evaluationFrequency", "scopes"],
  ...["severity", "skipQueryValidation", "windowSize"],
  // What Azure answers of itself.
  ...["createdWithApiVersion", "isLegacyLogAnalyticsRule", "isWorkspaceAlertsStorageConfigured"],
]);

/**
 * Reads the `properties` of Microsoft.Insights/scheduledQueryRules.
 *
 * @throws {RuleRefusedError} for what it does not know, any other query than that of failed runs among it
 */
export function readLogRule(properties: JsonObject, kind: unknown = "LogAlert"): LogRule {
  if (kind !== "LogAlert") throw notServed("kind", kind, "LogAlert");
  const { enabled, severity, scopes, autoMitigate, skipQueryValidation, actions } = properties;
  const unknown = Object.keys(properties).find((name) => !known.has(name));
  if (unknown !== undefined) throw notServed(unknown, properties[unknown], [...known].slice(0, 10).join(", "));
  if (typeof enabled !== "boolean") throw wrong("enabled", enabled, "true or false");
  if (typeof severity !== "number" || ![0, 1, 2, 3, 4].includes(severity)) throw wrong("severity", severity, "0 to 4");
  if (autoMitigate !== true) throw notServed("autoMitigate", autoMitigate, "true");
  // A workspace is only an ID here, so the query cannot be validated against its tables.
  if (skipQueryValidation !== true) throw notServed("skipQueryValidation", skipQueryValidation, "true");
  if (properties.evaluationFrequency !== "PT5M") {
    throw notServed("evaluationFrequency", properties.evaluationFrequency, "PT5M");
  }
  const windowMinutes = minutesOf(properties.windowSize);
  if (windowMinutes === undefined || windowMinutes < 5 || windowMinutes > 60) {
    throw notServed("windowSize", properties.windowSize, "PT5M, PT15M, PT30M or PT1H");
  }
  const [workspaceId, ...others] = asList(scopes).map(asString);
  if (workspaceId === undefined || others.length > 0) throw notServed("scopes", scopes, "the id of one workspace");
  return {
    ...readCondition(asObject(properties.criteria)),
    workspaceId,
    description: asString(properties.description),
    enabled,
    windowMinutes,
    frequencyMinutes: 5,
    actionGroupIds: asList(asObject(actions).actionGroups).map(asString),
  };
}

function readCondition(criteria: JsonObject): Pick<LogRule, "workflowId" | "dimension"> {
  const [condition, ...others] = asList(criteria.allOf).map(asObject);
  if (condition === undefined || others.length > 0) throw notServed("criteria.allOf", criteria.allOf, "one condition");
  const { query, dimensions, ...measure } = condition;
  const { workflowId, dimension } = failedRuns.exec(asString(query))?.groups ?? {};
  if (workflowId === undefined || dimension === undefined) {
    throw notServed("the query", query, "that of a workflow's failed runs with their error codes");
  }
  if (!isDeepStrictEqual(dimensions, [{ name: dimension, operator: "Include", values: ["*"] }])) {
    throw notServed("dimensions", dimensions, `every value of ${dimension}`);
  }
  const failingPeriods = { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 };
  const anyRow = { timeAggregation: "Count", operator: "GreaterThan", threshold: 0, failingPeriods };
  if (!isDeepStrictEqual(measure, anyRow)) throw notServed("the condition", measure, JSON.stringify(anyRow));
  return { workflowId, dimension };
}
