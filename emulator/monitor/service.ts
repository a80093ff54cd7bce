import type { Clock } from "../clock";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { LogicApps } from "../logic-apps";
import { errorCodeAlerts } from "./error-code-alerts";
import type { Readings } from "../provenance";
import type { ServiceBus } from "../service-bus";
import { evaluateRule, type Firing } from "./evaluate-rule";
import { readLogRule, type LogRule } from "./log-rule";
import { messageMetrics, together } from "./message-metrics";
import { readMetricRule, type MetricRule } from "./metric-rule";
import type { MetricValues } from "./metrics";
import { runMetrics } from "./run-metrics";

/** An alert that a rule raised. */
export interface FiredAlert extends Firing {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly description: string;
  /** ID of the workflow or Service Bus namespace that the rule watches. */
  readonly scopeId: string;
  /** Dimensions by which the rule splits, such as `ErrorCode` or `EntityName`; empty for a rule that does not. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** Recipients of the message: addresses, or the ID of an action group whose receivers are unknown; empty without any. */
  readonly recipients: readonly string[];
}

/** Deployed resources on which alerts depend, from Azure Resource Manager. */
export interface DeployedState {
  state(
    this: void,
    type: string,
  ): readonly { readonly id: string; readonly name: string; readonly answer: JsonObject }[];
}

/** Options of an evaluation of the rules. */
export interface AlertOptions {
  /** End of the evaluated time, during which no further run happens. @default the clock's time */
  readonly until?: Date;
}

/** Sources of the rules, and of the runs and messages on which they are evaluated. */
export interface Monitored {
  readonly arm: DeployedState;
  readonly clock: Clock;
  readonly logicApps: Pick<LogicApps, "runs">;
  readonly serviceBus: Pick<ServiceBus, "countChanges">;
  readonly readings: Readings;
}

/**
 * The alerts that the deployed rules raised, earliest first: each rule as it stands, from when it was last written, on
 * the workflows' runs or a namespace's messages; a log rule on the runs of workflows that log to its workspace.
 */
export function firedAlerts(monitored: Monitored, options: AlertOptions = {}): readonly FiredAlert[] {
  const { until = monitored.clock.now() } = options;
  const fired = [...metricAlerts(monitored, until), ...logAlerts(monitored, until)];
  return fired.sort((a, b) => a.firedAt.getTime() - b.firedAt.getTime());
}

function metricAlerts(monitored: Monitored, until: Date): readonly FiredAlert[] {
  const { arm, readings } = monitored;
  return arm.state("Microsoft.Insights/metricAlerts").flatMap(({ id, name, answer }) => {
    const properties = asObject(answer.properties);
    const rule = readMetricRule(properties);
    const { description, scopeId } = rule;
    const recipients = findRecipients(arm, rule.actionGroupIds);
    const since = new Date(asString(properties.lastUpdatedTime));
    return watchedSeries(rule, monitored, until).flatMap(({ dimensions, values }) =>
      evaluateRule({ rule, since, until, values, readings }).map((firing) => ({
        ...{ ruleId: id, ruleName: name, description, scopeId, dimensions, recipients },
        ...firing,
      })),
    );
  });
}

/** The metrics that a rule watches, each by itself where it splits. */
function watchedSeries(
  { scopeType, scopeId, dimension }: MetricRule,
  { logicApps, serviceBus, readings }: Monitored,
  until: Date,
): readonly { readonly dimensions: FiredAlert["dimensions"]; readonly values: MetricValues }[] {
  if (scopeType === "Microsoft.Logic/workflows")
    return [{ dimensions: {}, values: runMetrics(logicApps.runs(scopeId)) }];
  const entities = messageMetrics(serviceBus.countChanges(scopeId, until), readings);
  if (dimension === undefined) return [{ dimensions: {}, values: together(entities) }];
  const wanted = dimension.values.map((value) => value.toLowerCase());
  return entities
    .filter(({ entityName }) => wanted.includes("*") || wanted.includes(entityName.toLowerCase()))
    .map(({ entityName, values }) => ({ dimensions: { [dimension.name]: entityName }, values }));
}

function logAlerts({ arm, logicApps }: Monitored, until: Date): readonly FiredAlert[] {
  return arm.state("Microsoft.Insights/scheduledQueryRules").flatMap(({ id, name, answer }) => {
    const rule = readLogRule(asObject(answer.properties));
    const { description, workflowId } = rule;
    const recipients = findRecipients(arm, rule.actionGroupIds);
    const since = new Date(asString(asObject(answer.systemData).lastModifiedAt));
    const runs = isLogged(arm, rule) ? logicApps.runs(workflowId) : [];
    return errorCodeAlerts(rule, { since, until, runs }).map((firing) => ({
      ...{ ruleId: id, ruleName: name, description, scopeId: workflowId, recipients },
      ...firing,
    }));
  });
}

/** Decides whether a diagnostic setting sends the workflow's logs to the workspace that the rule queries. */
function isLogged(arm: DeployedState, { workflowId, workspaceId }: LogRule): boolean {
  const settings = `${workflowId}/providers/Microsoft.Insights/diagnosticSettings/`.toLowerCase();
  return arm.state("Microsoft.Insights/diagnosticSettings").some(({ id, answer }) => {
    const { workspaceId: target, logs } = asObject(answer.properties);
    const isOn = asList(logs).some((log) => asObject(log).enabled === true);
    return isOn && id.toLowerCase().startsWith(settings) && sameId(asString(target), workspaceId);
  });
}

function findRecipients(arm: DeployedState, actionGroupIds: readonly string[]): readonly string[] {
  const groups = arm.state("Microsoft.Insights/actionGroups");
  return actionGroupIds.flatMap((groupId) =>
    addressesOf(groupId, asObject(groups.find(({ id }) => sameId(id, groupId))?.answer)),
  );
}

function sameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** An action group that existed before counts as the recipient, because its receivers are unknown. */
function addressesOf(id: string, actionGroup: JsonObject): readonly string[] {
  if (actionGroup.properties === undefined) return [id];
  const { enabled, emailReceivers } = asObject(actionGroup.properties);
  return enabled === true ? asList(emailReceivers).map((receiver) => asString(asObject(receiver).emailAddress)) : [];
}
