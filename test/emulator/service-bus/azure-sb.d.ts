/** Microsoft's REST client of Service Bus, as far as the tests use it: it has no types of its own. */
declare module "azure-sb" {
  import type { Agent } from "node:https";

  /** A received message. */
  interface ReceivedMessage {
    readonly body: unknown;
    readonly contentType?: string;
    readonly location: string;
    readonly brokerProperties: Readonly<Record<string, unknown>>;
    readonly customProperties: Readonly<Record<string, unknown>>;
  }

  /** A message to send. */
  interface SentMessage {
    readonly body: string;
    readonly contentType?: string;
    readonly brokerProperties?: Readonly<Record<string, unknown>>;
    readonly customProperties?: Readonly<Record<string, unknown>>;
  }

  /** What a call came to; its own errors are texts. */
  type Done<Result = unknown> = (error: Error | string | null, result: Result) => void;

  interface ServiceBusService {
    agent: Agent;
    authenticationProvider: {
      signRequest(request: { withHeader(name: string, value: string): void }, done: (error: unknown) => void): void;
    };
    sendTopicMessage(topic: string, message: SentMessage, done: Done): void;
    receiveSubscriptionMessage(
      topic: string,
      subscription: string,
      options: { readonly isPeekLock?: boolean; readonly timeoutIntervalInS?: number },
      done: Done<ReceivedMessage>,
    ): void;
    renewLockForMessage(message: ReceivedMessage, done: Done): void;
    unlockMessage(message: ReceivedMessage, done: Done): void;
    deleteMessage(message: ReceivedMessage, done: Done): void;
  }

  export function createServiceBusService(connectionString: string): ServiceBusService;
}
