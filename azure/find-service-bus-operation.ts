import { serviceBusOperations, type ServiceBusOperation, type ServiceBusOperationName } from "./service-bus-operations";

/** The entity that a request to a namespace is for, as written there. */
export interface ServiceBusEntity {
  /** Name of the queue or topic; it may contain slashes. */
  readonly name: string;
  /** Name of the topic's subscription. Absent: a queue, or the topic itself. */
  readonly subscription?: string;
  /** True for the entity's dead-letter queue. */
  readonly deadLetters: boolean;
}

/** An operation found for a request to a namespace. */
export interface MatchedServiceBusOperation {
  readonly operation: ServiceBusOperation & { readonly name: ServiceBusOperationName };
  readonly entity: ServiceBusEntity;
  /** The last two segments of a locked message's address, as written there. */
  readonly locked?: { readonly message: string; readonly lockToken: string };
}

/**
 * Finds the operation that a request to a Service Bus namespace performs. Microsoft's clients write the fixed segments in
 * either case (`/Subscriptions/…/Messages/Head`).
 *
 * @param path below the namespace, without the query
 * @returns undefined where the REST interface has no such operation
 */
export function findServiceBusOperation(method: string, path: string): MatchedServiceBusOperation | undefined {
  const [, entityPath = "", rest = ""] = /^\/?(.+?)\/messages(\/.*)?$/i.exec(path.replace(/\/$/, "")) ?? [];
  if (entityPath === "") return undefined;
  const segments = rest.split("/").slice(1);
  const [message = "", lockToken = ""] = segments;
  const shape =
    segments.length === 0
      ? "/messages"
      : segments.length === 1 && message.toLowerCase() === "head"
        ? "/messages/head"
        : "/messages/{message}/{lock-token}";
  if (shape === "/messages/{message}/{lock-token}" && (segments.length !== 2 || lockToken === "")) return undefined;
  const operation = Object.values(serviceBusOperations).find(
    (candidate) => candidate.path === shape && candidate.method === method.toUpperCase(),
  );
  if (operation === undefined) return undefined;
  const entity = readEntity(entityPath);
  return { operation, entity, ...(shape.includes("{") ? { locked: { message, lockToken } } : {}) };
}

function readEntity(path: string): ServiceBusEntity {
  const [, entity = "", deadLetters] = /^(.+?)(\/\$deadletterqueue)?$/i.exec(path) ?? [];
  const [, name = entity, subscription] = /^(.+)\/subscriptions\/([^/]+)$/i.exec(entity) ?? [];
  return { name, ...(subscription === undefined ? {} : { subscription }), deadLetters: deadLetters !== undefined };
}
