import { parseResourceId, type ServiceBusEntity } from "../../azure";
import type { ReportedGrant } from "../report";

const kinds: Readonly<Record<string, ReportedGrant["place"]["kind"]>> = {
  "microsoft.keyvault/vaults/secrets": "secret",
  "microsoft.keyvault/vaults": "vault",
  "microsoft.servicebus/namespaces/topics/subscriptions": "subscription",
  "microsoft.servicebus/namespaces/topics": "topic",
  "microsoft.servicebus/namespaces": "namespace",
  "microsoft.logic/workflows": "Logic App",
};

/** Describes the resource that a grant is for. @param scope its ID */
export function describePlace(scope: string): ReportedGrant["place"] {
  const parsed = parseResourceId(scope);
  const kind = kinds[parsed?.type.toLowerCase() ?? ""];
  if (parsed === undefined || kind === undefined) return { kind: "resource", name: scope };
  return { kind, name: kind === "subscription" ? subscriptionPath(scope) : parsed.name };
}

/** Decides whether a grant in Service Bus reaches an entity. @param entity what a call is for; undefined if not known */
export function entityIn(scope: string, entity: ServiceBusEntity | undefined): boolean {
  const [, place] = /\/Microsoft\.ServiceBus\/namespaces\/[^/]+(\/.*)?$/i.exec(scope) ?? [];
  if (place === undefined || entity === undefined) return true;
  const { name, subscription } = entity;
  const path = subscription === undefined ? name : `${name}/subscriptions/${subscription}`;
  const granted = place.replace(/^\/(?:queues|topics)\//i, "").toLowerCase();
  return path.toLowerCase() === granted || path.toLowerCase().startsWith(`${granted}/`);
}

/** `crm-updates/accounts` */
function subscriptionPath(scope: string): string {
  const [, topic = "", subscription = ""] = /\/topics\/([^/]+)\/subscriptions\/([^/]+)$/i.exec(scope) ?? [];
  return `${topic}/${subscription}`;
}
