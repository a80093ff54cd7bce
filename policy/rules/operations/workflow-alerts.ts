import { asObject } from "../../../definition";
import type { ModelWorkflow, StackModel, StackResource } from "../../model";
import { isUnknown } from "../../model";

/** Condition that an alert rule on a workflow's runs reports. */
export type AlertKind = "failure" | "absence of success";

/** https://learn.microsoft.com/azure/azure-monitor/reference/supported-metrics/microsoft-logic-workflows-metrics */
const failureMetrics = new Set(["runsfailed", "runfailurepercentage"]);
const successMetrics = new Set(["runssucceeded", "runscompleted"]);

const metricAlertTypes = ["azure-native:monitor:MetricAlert", "azure-native:insights:MetricAlert"];
const logAlertTypes = ["azure-native:monitor:ScheduledQueryRule", "azure-native:insights:ScheduledQueryRule"];

/** Finds what the stack's enabled alert rules notify somebody of, for each workflow by its URN. */
export function notifiedAlerts(model: StackModel): ReadonlyMap<string, ReadonlySet<AlertKind>> {
  const notified = new Map<string, Set<AlertKind>>();
  const note = (urn: string, kinds: readonly AlertKind[]): void => {
    notified.set(urn, new Set([...(notified.get(urn) ?? []), ...kinds]));
  };
  for (const alert of metricAlertTypes.flatMap((type) => model.ofType(type)).filter(notifies)) {
    for (const urn of watched(alert, model.workflows)) note(urn, metricKinds(alert));
  }
  for (const alert of logAlertTypes.flatMap((type) => model.ofType(type)).filter(notifies)) {
    for (const { urn, kind } of queriedRuns(alert, model.workflows)) note(urn, [kind]);
  }
  return notified;
}

/** An alert rule that is disabled, or has no action, notifies nobody. */
function notifies({ properties: { enabled, actions } }: StackResource): boolean {
  if (enabled === false) return false;
  const groups = Array.isArray(actions) || typeof actions === "symbol" ? actions : asObject(actions).actionGroups;
  return typeof groups === "symbol" || (Array.isArray(groups) && groups.length > 0);
}

/** The workflows that an alert rule watches: by their own id, or all of a resource group or a subscription. */
function watched(alert: StackResource, workflows: readonly ModelWorkflow[]): readonly string[] {
  const { scopes, targetResourceType } = alert.properties;
  const made = new Set(alert.propertyDependencies.scopes ?? []);
  const texts = (Array.isArray(scopes) ? (scopes as unknown[]) : []).flatMap((scope) =>
    typeof scope === "string" ? [scope.toLowerCase().replace(/\/+$/, "")] : [],
  );
  const isOfWorkflows =
    typeof targetResourceType !== "string" || /^microsoft\.logic\/workflows$/i.test(targetResourceType);
  return workflows
    .filter(({ urn, resource }) => {
      const { id, resourceGroupName } = resource.properties;
      if (made.has(urn) || (typeof id === "string" && texts.includes(id.toLowerCase()))) return true;
      const group = typeof resourceGroupName === "string" ? resourceGroupName.toLowerCase() : undefined;
      const inGroup = (resource.propertyDependencies.resourceGroupName ?? []).some((each) => made.has(each));
      return isOfWorkflows && (inGroup || texts.some((scope) => isAround(scope, group)));
    })
    .map(({ urn }) => urn);
}

function isAround(scope: string, group: string | undefined): boolean {
  if (/^\/subscriptions\/[^/]+$/.test(scope)) return true;
  const named = /^\/subscriptions\/[^/]+\/resourcegroups\/([^/]+)$/.exec(scope)?.[1];
  return named !== undefined && named === group;
}

/** Conditions that a log alert reports, for the workflows that its queries name, or for all if they name none. */
function queriedRuns(
  { properties: { criteria } }: StackResource,
  workflows: readonly ModelWorkflow[],
): readonly { readonly urn: string; readonly kind: AlertKind }[] {
  const { allOf } = asObject(criteria);
  return (Array.isArray(allOf) ? (allOf as unknown[]) : []).map(asObject).flatMap(({ query, operator }) => {
    if (typeof query !== "string" || !/workflowruntime|microsoft\.logic|azurediagnostics/i.test(query)) return [];
    const isFewer = typeof operator === "string" && /^(lessthan|equals)/i.test(operator);
    const kind =
      /failed/i.test(query) && !isFewer ? "failure" : /succeeded/i.test(query) && isFewer ? silence : undefined;
    if (kind === undefined) return [];
    const nameOf = ({ resource: { name, properties } }: ModelWorkflow): string =>
      (typeof properties.workflowName === "string" ? properties.workflowName : name).toLowerCase();
    const text = query.toLowerCase();
    const named = workflows.filter((workflow) => text.includes(nameOf(workflow)));
    return (named.length === 0 ? workflows : named).map(({ urn }) => ({ urn, kind }));
  });
}

const silence = "absence of success";

function metricKinds({ properties: { criteria } }: StackResource): readonly AlertKind[] {
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
