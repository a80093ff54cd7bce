import type { ServiceBusOperationName } from "../../azure";
import type { Clock } from "../clock";
import { answerFrom, type ReceivedRequest, type ServiceAnswer } from "../network";
import { byDefault, type Readings } from "../provenance";
import { behaviours } from "./behaviours";
import { lockedReference } from "./broker-properties";
import { lockLost, ServiceBusError } from "./errors";
import type { Message } from "./message";
import { receivedAnswer } from "./received-answer";
import { sentMessage } from "./sent-message";
import type { StoredMessage, SubscriptionQueue } from "./subscription-queue";

/** Where the messages are. */
export interface MessageTarget {
  /** Messages of the subscription; absent for a topic. */
  readonly queue?: SubscriptionQueue;
  /** Gives a message to the topic's subscriptions; absent for a subscription. */
  send?(this: void, message: Message): void;
}

/** A request for an operation that its caller may perform. */
export interface MessageRequest extends MessageTarget {
  readonly request: ReceivedRequest;
  readonly url: URL;
  readonly clock: Clock;
  readonly readings: Readings;
  /** URL of the entity whose messages they are. */
  readonly entityUrl: string;
  readonly deadLetters: boolean;
  readonly locked?: { readonly message: string; readonly lockToken: string };
}

/** Every operation of Service Bus on messages. */
export const operations: Readonly<
  Record<ServiceBusOperationName, (request: MessageRequest) => ServiceAnswer | Promise<ServiceAnswer>>
> = {
  SendMessage: ({ request, send, deadLetters }) => {
    if (send === undefined || deadLetters) throw wrongEntity("Messages are sent to a topic, not to a subscription.");
    send(sentMessage(request));
    return answerFrom(behaviours.sent);
  },
  PeekLockMessage: async (request) => {
    const { readings, entityUrl, clock, deadLetters } = request;
    const stored = await nextMessage(request, (queue) => queue.lockNext(clock.now(), deadLetters));
    if (stored === undefined) return answerFrom(behaviours.noMessage);
    const location = `${entityUrl}/messages/${lockedReference(stored, readings)}/${stored.lock.token}`;
    return receivedAnswer(behaviours.locked, stored, readings, { location });
  },
  ReceiveAndDeleteMessage: async (request) => {
    const { readings, clock, deadLetters } = request;
    const stored = await nextMessage(request, (queue) => queue.takeNext(clock.now(), deadLetters));
    return stored === undefined
      ? answerFrom(behaviours.noMessage)
      : receivedAnswer(behaviours.received, stored, readings);
  },
  DeleteMessage: (request) => {
    const { queue, stored, now } = lockedMessage(request);
    queue.complete(stored, now);
    return answerFrom(behaviours.completed);
  },
  UnlockMessage: (request) => {
    const { queue, stored, now } = lockedMessage(request);
    queue.unlock(stored, now);
    return answerFrom(behaviours.unlocked);
  },
  RenewLock: (request) => {
    const { queue, stored, now } = lockedMessage(request);
    queue.renew(stored, now);
    return answerFrom(behaviours.renewed);
  },
};

/** Takes the next message, or waits for one on the emulator's clock as long as the request says. */
async function nextMessage<Received>(
  { url, clock, queue }: MessageRequest,
  receive: (queue: SubscriptionQueue) => Received | undefined,
): Promise<Received | undefined> {
  if (queue === undefined) throw wrongEntity("Messages are received from a subscription, not from a topic.");
  const deadline = clock.now().getTime() + timeoutSeconds(url) * 1_000;
  for (;;) {
    const received = receive(queue);
    const now = clock.now();
    if (received !== undefined || now.getTime() >= deadline) return received;
    const release = queue.firstRelease(now)?.getTime() ?? deadline;
    await clock.wait(Math.min(deadline, release) - now.getTime());
  }
}

function timeoutSeconds({ searchParams }: URL): number {
  const text = searchParams.get("timeout");
  if (text === null) return byDefault(behaviours.timeoutSeconds);
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ServiceBusError(behaviours.notARequest, "The query parameter 'timeout' is not a number of seconds.");
}

function lockedMessage({ queue, clock, deadLetters, locked }: MessageRequest): {
  readonly queue: SubscriptionQueue;
  readonly stored: StoredMessage;
  readonly now: Date;
} {
  if (queue === undefined) throw wrongEntity("Locks are on messages of a subscription, not of a topic.");
  const now = clock.now();
  const { message = "", lockToken = "" } = locked ?? {};
  const stored = queue.findLocked(now, deadLetters, decodeURIComponent(message), lockToken);
  if (stored === undefined) throw lockLost();
  return { queue, stored, now };
}

function wrongEntity(message: string): ServiceBusError {
  return new ServiceBusError(behaviours.sendsToTopicsOnly, message);
}
