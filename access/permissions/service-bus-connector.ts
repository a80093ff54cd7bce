import type { ServiceBusEntity, ServiceBusOperation } from "../../azure";
import { serviceBusDataActions, serviceBusOperations } from "../../azure";
import { gap } from "./fold-template";
import type { IdentityConnection } from "./identity-connection";
import { decoded } from "./read-secret-call";
import type { ConnectorCall, ServiceBusRequirement } from "./requirements";

const { receive } = serviceBusDataActions;

/**
 * Operations of the managed Service Bus connector behind a queue, a topic or its subscription, and what the REST interface
 * has for them. Those on sessions, and deferring and dead-lettering, it has not.
 *
 * https://learn.microsoft.com/connectors/servicebus/
 */
const operations: readonly {
  readonly method: string;
  readonly path: RegExp;
  readonly operation?: ServiceBusOperation;
}[] = [
  { method: "POST", path: /^\/messages(?:\/batch)?$/i, operation: serviceBusOperations.SendMessage },
  { method: "GET", path: /^\/messages(?:\/batch)?\/head$/i, operation: serviceBusOperations.ReceiveAndDeleteMessage },
  {
    method: "GET",
    path: /^\/messages(?:\/batch)?(?:\/head)?\/peek$/i,
    operation: serviceBusOperations.PeekLockMessage,
  },
  { method: "DELETE", path: /^\/messages\/complete$/i, operation: serviceBusOperations.DeleteMessage },
  { method: "POST", path: /^\/messages\/abandon$/i, operation: serviceBusOperations.UnlockMessage },
  { method: "POST", path: /^\/messages\/renewlock$/i, operation: serviceBusOperations.RenewLock },
  { method: "", path: /^\/(?:messages|sessions)\/.+$/i },
];

/**
 * Derives what a call through the managed Service Bus connector needs where the connection authenticates with the
 * workflow's own identity.
 *
 * @returns undefined for another connector
 */
export function readServiceBusConnector(
  { action, connection, method, path }: ConnectorCall,
  { api, ...by }: IdentityConnection,
): ServiceBusRequirement | undefined {
  if (api !== undefined && !/\/managedApis\/servicebus$/i.test(api)) return undefined;
  const [, entityPath = "", behind = ""] = /^\/(.+?)(\/(?:messages|sessions)(?:\/.*)?)$/i.exec(path) ?? [];
  const found = operations.find((each) => (each.method === "" || each.method === method) && each.path.test(behind));
  if (found === undefined) return api === undefined ? undefined : { action, connection, dataActions: [], ...by };
  return {
    action,
    connection,
    ...(found.operation === undefined ? {} : { operation: found.operation }),
    dataActions: [found.operation?.dataAction ?? receive],
    ...(entityPath.includes(gap) ? {} : { entity: readEntity(entityPath) }),
    ...by,
  };
}

/** A topic's name is encoded twice, that of its subscription once. */
function readEntity(path: string): ServiceBusEntity {
  const [, name = path, subscription] = /^(.+)\/subscriptions\/([^/]+)$/i.exec(path) ?? [];
  return {
    name: decoded(decoded(name)),
    ...(subscription === undefined ? {} : { subscription: decoded(subscription) }),
    deadLetters: false,
  };
}
