import { asObject } from "../../../definition";
import type { ModelWorkflow, StackModel, StackResource } from "../../model";
import { isUnknown } from "../../model";

/** What an alert on a workflow's metrics tells. */
export type AlertKind = "failure" | "absence of success";

/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-logic-workflows-metrics */
const failureMetrics = new Set(["runsfailed", "runfailurepercentage"]);
const successMetrics = new Set(["runssucceeded", "runscompleted"]);

/** What the stack's enabled metric alerts tell of each workflow, by its URN. */
export function notifiedAlerts(model: StackModel): ReadonlyMap<string, ReadonlySet<AlertKind>> {
  const told = new Map<string, Set<AlertKind>>();
  const byId = new Map(model.workflows.flatMap((workflow) => idOf(workflow)));
  for (const alert of [
    ...model.ofType("azure-native:monitor:MetricAlert"),
    ...model.ofType("azure-native:insights:MetricAlert"),
  ]) {
    if (alert.properties.enabled === false) continue;
    for (const urn of watched(alert, byId)) {
      const kinds = told.get(urn) ?? new Set();
      for (const kind of alertKinds(alert)) kinds.add(kind);
      told.set(urn, kinds);
    }
  }
  return told;
}

function idOf({ urn, resource }: ModelWorkflow): readonly (readonly [string, string])[] {
  const { id } = resource.properties;
  return typeof id === "string" ? [[id.toLowerCase(), urn]] : [];
}

function watched(alert: StackResource, byId: ReadonlyMap<string, string>): readonly string[] {
  const { scopes } = alert.properties;
  const known = (Array.isArray(scopes) ? (scopes as unknown[]) : []).flatMap((scope) =>
    typeof scope === "string" ? (byId.get(scope.toLowerCase()) ?? []) : [],
  );
  return [...known, ...(alert.propertyDependencies.scopes ?? [])];
}

function alertKinds({ properties: { criteria } }: StackResource): readonly AlertKind[] {
  // A criterion that is known only after deployment may be either.
  if (isUnknown(criteria)) return ["failure", "absence of success"];
  const { allOf } = asObject(criteria);
  return (Array.isArray(allOf) ? (allOf as unknown[]) : []).flatMap((criterion): AlertKind[] => {
    const { metricName, operator } = asObject(criterion);
    if (typeof metricName !== "string" || typeof operator !== "string") return [];
    const metric = metricName.toLowerCase();
    if (failureMetrics.has(metric) && /^greaterthan/i.test(operator)) return ["failure"];
    return successMetrics.has(metric) && /^(lessthan|equals)/i.test(operator) ? ["absence of success"] : [];
  });
}
