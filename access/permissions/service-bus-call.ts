import { serviceBusAudiences, serviceBusHost } from "../../azure";
import { fillGaps, gap } from "./fold-template";
import type { IdentityRequest } from "./identity-request";
import { findMessageOperation } from "./message-operation";
import type { ServiceBusRequirement } from "./requirements";

/** Path of an event hub's partition, publisher or consumer group. https://learn.microsoft.com/rest/api/eventhub/ */
const eventHubPath = /^\/[^/]+\/(?:partitions|publishers|consumergroups)\//i;

/**
 * Derives what a request to a Service Bus namespace needs. An address that begins with what only the run tells, such as
 * the `Location` of a locked message, is one where the token is for Service Bus.
 *
 * @returns undefined for a request to anything else, such as Event Hubs, which has the same hosts
 */
export function readServiceBusCall(request: IdentityRequest): ServiceBusRequirement | undefined {
  const { host, path } = splitAddress(fillGaps(request.pieces));
  const isNamespace = serviceBusHost.test(host.split(gap).join("x")) && !/eventhubs/i.test(request.audience);
  if (!isNamespace && !(host.startsWith(gap) && serviceBusAudiences.test(request.audience))) return undefined;
  if (eventHubPath.test(path)) return undefined;
  return {
    action: request.action,
    ...findMessageOperation(request.method, path),
    ...(host.includes(gap) ? {} : { namespaceHost: host.toLowerCase() }),
    ...("identity" in request ? { identity: request.identity } : {}),
  };
}

function splitAddress(address: string): { readonly host: string; readonly path: string } {
  const [, authority = "", path = ""] = /^\s*(?:https?:\/\/)?([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const host = authority.replace(/:\d*$/, "");
  // What an expression gives behind the host may begin with a slash.
  const isPathOpen = path === "" && host.endsWith(gap);
  return { host: isPathOpen && host !== gap ? host.slice(0, -gap.length) : host, path: isPathOpen ? gap : path };
}
