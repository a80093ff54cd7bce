import type { Arm } from "../arm";
import type { Clock } from "../clock";
import { asList, asObject, asString, type JsonObject } from "../json-object";
import type { LogicApps } from "../logic-apps";
import { evaluateRule, type Firing, type MissingData } from "./evaluate-rule";
import { readMetricRule } from "./metric-rule";

/** An alert that a rule raised. */
export interface FiredAlert extends Firing {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly description: string;
  readonly workflowId: string;
  /** Addresses that a message went to, or the id of an action group that was there; empty: nobody was told. */
  readonly told: readonly string[];
}

/** How to look at the rules. */
export interface AlertOptions {
  /** Until when the rules are evaluated, as if nothing else happened. @default the clock's time */
  readonly until?: Date;
  /** @default zero */
  readonly missingData?: MissingData;
}

/**
 * The alerts that the deployed rules raised, earliest first: each rule as it stands, from when it was last written, on
 * the workflows' runs.
 */
export function firedAlerts(
  { arm, clock, logicApps }: { readonly arm: Pick<Arm, "state">; readonly clock: Clock; readonly logicApps: LogicApps },
  { until = clock.now(), missingData = "zero" }: AlertOptions = {},
): readonly FiredAlert[] {
  const groups = new Map(
    arm.state("Microsoft.Insights/actionGroups").map(({ id, answer }) => [id.toLowerCase(), answer]),
  );
  const fired = arm.state("Microsoft.Insights/metricAlerts").flatMap(({ id, name, answer }): FiredAlert[] => {
    const properties = asObject(answer.properties);
    const rule = readMetricRule(properties);
    const { description, workflowId, actionGroupIds } = rule;
    const told = actionGroupIds.flatMap((groupId) => addressesOf(groupId, asObject(groups.get(groupId.toLowerCase()))));
    return evaluateRule({
      rule,
      since: new Date(asString(properties.lastUpdatedTime)),
      until,
      runs: logicApps.runs(workflowId),
      missingData,
    }).map((firing) => ({ ruleId: id, ruleName: name, description, workflowId, told, ...firing }));
  });
  return fired.sort((a, b) => a.firedAt.getTime() - b.firedAt.getTime());
}

/** An action group that was there already is told itself: its receivers are not known. */
function addressesOf(id: string, actionGroup: JsonObject): readonly string[] {
  if (actionGroup.properties === undefined) return [id];
  const { enabled, emailReceivers } = asObject(actionGroup.properties);
  return enabled === true ? asList(emailReceivers).map((receiver) => asString(asObject(receiver).emailAddress)) : [];
}
