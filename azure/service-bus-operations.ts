/** Data actions of Service Bus. https://learn.microsoft.com/azure/role-based-access-control/permissions/integration#microsoftservicebus */
export const serviceBusDataActions = {
  receive: "Microsoft.ServiceBus/namespaces/messages/receive/action",
  send: "Microsoft.ServiceBus/namespaces/messages/send/action",
} as const;

/** An operation of Service Bus's REST interface on messages, and the data action that a caller needs for it. */
export interface ServiceBusOperation {
  readonly name: string;
  readonly method: "POST" | "PUT" | "DELETE";
  /** Path below the entity: a queue, a topic, a topic's subscription, or the dead-letter queue of one of them. */
  readonly path: "/messages" | "/messages/head" | "/messages/{message}/{lock-token}";
  readonly dataAction: (typeof serviceBusDataActions)[keyof typeof serviceBusDataActions];
}

const locked = "/messages/{message}/{lock-token}";

/**
 * Operations of Service Bus's REST interface on messages, by the names of its reference. The reference does not name their
 * data actions: a caller that may receive may also settle and renew, since both need the Listen right.
 *
 * https://learn.microsoft.com/rest/api/servicebus/service-bus-runtime-rest
 */
export const serviceBusOperations = {
  SendMessage: { name: "SendMessage", method: "POST", path: "/messages", dataAction: serviceBusDataActions.send },
  PeekLockMessage: {
    name: "PeekLockMessage",
    method: "POST",
    path: "/messages/head",
    dataAction: serviceBusDataActions.receive,
  },
  ReceiveAndDeleteMessage: {
    name: "ReceiveAndDeleteMessage",
    method: "DELETE",
    path: "/messages/head",
    dataAction: serviceBusDataActions.receive,
  },
  DeleteMessage: { name: "DeleteMessage", method: "DELETE", path: locked, dataAction: serviceBusDataActions.receive },
  UnlockMessage: { name: "UnlockMessage", method: "PUT", path: locked, dataAction: serviceBusDataActions.receive },
  RenewLock: { name: "RenewLock", method: "POST", path: locked, dataAction: serviceBusDataActions.receive },
} as const satisfies Readonly<Record<string, ServiceBusOperation>>;

/** Name of an operation of Service Bus on messages. */
export type ServiceBusOperationName = keyof typeof serviceBusOperations;
