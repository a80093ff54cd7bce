import type { Clock } from "../clock";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { LogicApps } from "../logic-apps";
import { errorCodeAlerts } from "./error-code-alerts";
import type { Readings } from "../provenance";
import { evaluateRule, type Firing } from "./evaluate-rule";
import { readLogRule, type LogRule } from "./log-rule";
import { readMetricRule } from "./metric-rule";

/** An alert that a rule raised. */
export interface FiredAlert extends Firing {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly description: string;
  readonly workflowId: string;
  /** Dimensions by which a log rule splits, such as `ErrorCode`; empty for a metric rule. */
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

/** Sources of the rules and of the runs on which they are evaluated. */
export interface Monitored {
  readonly arm: DeployedState;
  readonly clock: Clock;
  readonly logicApps: Pick<LogicApps, "runs">;
  readonly readings: Readings;
}

/**
 * The alerts that the deployed rules raised, earliest first: each rule as it stands, from when it was last written, on
 * the workflows' runs; a log rule on those of workflows that log to its workspace.
 */
export function firedAlerts(monitored: Monitored, options: AlertOptions = {}): readonly FiredAlert[] {
  const { until = monitored.clock.now() } = options;
  const fired = [...metricAlerts(monitored, until), ...logAlerts(monitored, until)];
  return fired.sort((a, b) => a.firedAt.getTime() - b.firedAt.getTime());
}

function metricAlerts({ arm, logicApps, readings }: Monitored, until: Date): readonly FiredAlert[] {
  return arm.state("Microsoft.Insights/metricAlerts").flatMap(({ id, name, answer }) => {
    const properties = asObject(answer.properties);
    const rule = readMetricRule(properties);
    const { description, workflowId } = rule;
    const recipients = findRecipients(arm, rule.actionGroupIds);
    const since = new Date(asString(properties.lastUpdatedTime));
    const runs = logicApps.runs(workflowId);
    return evaluateRule({ rule, since, until, runs, readings }).map((firing) => ({
      ...{ ruleId: id, ruleName: name, description, workflowId, dimensions: {}, recipients },
      ...firing,
    }));
  });
}

function logAlerts({ arm, logicApps }: Monitored, until: Date): readonly FiredAlert[] {
  return arm.state("Microsoft.Insights/scheduledQueryRules").flatMap(({ id, name, answer }) => {
    const rule = readLogRule(asObject(answer.properties));
    const { description, workflowId } = rule;
    const recipients = findRecipients(arm, rule.actionGroupIds);
    const since = new Date(asString(asObject(answer.systemData).lastModifiedAt));
    const runs = isLogged(arm, rule) ? logicApps.runs(workflowId) : [];
    return errorCodeAlerts(rule, { since, until, runs }).map((firing) => ({
      ...{ ruleId: id, ruleName: name, description, workflowId, recipients },
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
