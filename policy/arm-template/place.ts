import { clouds } from "../../azure";
import { joinTexts } from "./join-texts";

/**
 * Where a template is deployed. Its subscription, resource group, tenant and location are not in a template; texts stand
 * in for them, since no rule judges more of them than whether two are the same.
 */
export interface Place {
  readonly kind: "resourceGroup" | "subscription" | "managementGroup" | "tenant";
  readonly subscriptionId: unknown;
  readonly resourceGroup: unknown;
}

export const standInId = "00000000-0000-0000-0000-000000000000";
export const standInLocation = "location";
/** The cloud whose hosts a template's functions give: a template that takes them from there fits each. */
export const templateCloud = clouds.public;

/** The place that a template's schema names. @see https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
export function placeOf(schema: unknown): Place {
  const [, kind = ""] = /\/(subscription|managementGroup|tenant)DeploymentTemplate\.json/i.exec(String(schema)) ?? [];
  const kinds: Readonly<Record<string, Place["kind"]>> = {
    subscription: "subscription",
    managementgroup: "managementGroup",
    tenant: "tenant",
  };
  return {
    kind: kinds[kind.toLowerCase()] ?? "resourceGroup",
    subscriptionId: standInId,
    resourceGroup: "resource-group",
  };
}

/** Id of the resource group, the subscription or the tenant of a place; empty for the tenant. */
export function idOfPlace({ kind, subscriptionId, resourceGroup }: Place): unknown {
  if (kind === "tenant") return "";
  if (kind === "managementGroup") return `/providers/Microsoft.Management/managementGroups/${standInId}`;
  const subscription = joinTexts(["/subscriptions/", subscriptionId]);
  return kind === "subscription" ? subscription : joinTexts([subscription, "/resourceGroups/", resourceGroup]);
}
