import { randomUUID } from "node:crypto";
import { byDefault, exercise } from "../provenance";
import { behaviours } from "./behaviours";
import type { HeldMessage, Message, MessageCounts } from "./message";

/** A topic's subscription in Azure Resource Manager. */
export interface SubscriptionProperties {
  readonly id: string;
  readonly name: string;
  /** Milliseconds. */
  readonly lockDuration: number;
  readonly maxDeliveryCount: number;
  /** Milliseconds. @default no message expires by it */
  readonly timeToLive?: number;
  readonly deadLettersExpired: boolean;
}

/** A message in a subscription. */
export interface StoredMessage {
  readonly message: Message & { readonly messageId: string };
  readonly sequenceNumber: number;
  readonly enqueuedAt: Date;
  /** Milliseconds, the shortest that applies. @default it never expires */
  readonly timeToLive?: number;
  /** Deliveries that ended without completion. */
  deliveryCount: number;
  /** Since when nobody has it locked. */
  freeSince: Date;
  lock?: { readonly token: string; until: Date };
  deadLetter?: { readonly reason: string; readonly description: string };
}

/** A change of the numbers of messages. */
export interface CountChange extends MessageCounts {
  readonly at: Date;
}

/** The messages of one subscription and its dead letters. Locks and expiry pass by the times that callers give. */
export class SubscriptionQueue {
  #messages: StoredMessage[] = [];
  readonly #changes: CountChange[] = [];
  readonly #lockTokens: string[] = [];

  constructor(public properties: SubscriptionProperties) {}

  add(message: StoredMessage): void {
    this.#messages.push(message);
    this.#changes.push({ at: message.enqueuedAt, active: 1, deadLettered: 0 });
  }

  /** Locks the next message; undefined where none can be received. @param deadLetters of the dead-letter queue */
  lockNext(now: Date, deadLetters: boolean): (StoredMessage & { readonly lock: { readonly until: Date } }) | undefined {
    const message = this.#next(now, deadLetters);
    if (message === undefined) return undefined;
    const lock = { token: randomUUID(), until: new Date(now.getTime() + this.properties.lockDuration) };
    this.#lockTokens.push(lock.token);
    return Object.assign(message, { lock });
  }

  /** Takes the next message out; undefined where none can be received. */
  takeNext(now: Date, deadLetters: boolean): StoredMessage | undefined {
    const message = this.#next(now, deadLetters);
    if (message !== undefined) this.#remove(message, now);
    return message;
  }

  /** Finds a message by its lock. @param reference its message ID or sequence number */
  findLocked(now: Date, deadLetters: boolean, reference: string, token: string): StoredMessage | undefined {
    this.#settle(now);
    return this.#messages.find(
      ({ message, sequenceNumber, lock, deadLetter }) =>
        lock?.token.toLowerCase() === token.toLowerCase() &&
        [message.messageId, String(sequenceNumber)].includes(reference) &&
        (deadLetter !== undefined) === deadLetters,
    );
  }

  complete(message: StoredMessage, now: Date): void {
    this.#remove(message, now);
  }

  unlock(message: StoredMessage, now: Date): void {
    this.#release(message, now);
    this.#settle(now);
  }

  renew({ lock }: StoredMessage, now: Date): void {
    if (lock !== undefined) lock.until = new Date(now.getTime() + this.properties.lockDuration);
  }

  /** Time of the end of the first lock, when a message can be received again; undefined without locks. */
  firstRelease(now: Date): Date | undefined {
    this.#settle(now);
    const ends = this.#messages.flatMap(({ lock }) => (lock === undefined ? [] : [lock.until.getTime()]));
    return ends.length === 0 ? undefined : new Date(Math.min(...ends));
  }

  /** Lists every lock token that was given out. */
  lockTokens(): readonly string[] {
    return [...this.#lockTokens];
  }

  held(now: Date): readonly HeldMessage[] {
    this.#settle(now);
    return this.#messages.map(({ message, sequenceNumber, deliveryCount, lock, deadLetter }) => ({
      messageId: message.messageId,
      sequenceNumber,
      deliveryCount,
      ...(deadLetter === undefined
        ? { state: lock === undefined ? "active" : "locked" }
        : { state: "dead-lettered", deadLetterReason: deadLetter.reason }),
    }));
  }

  counts(now: Date): MessageCounts {
    this.#settle(now);
    const deadLettered = this.#messages.filter(({ deadLetter }) => deadLetter !== undefined).length;
    return { active: this.#messages.length - deadLettered, deadLettered };
  }

  /** Every change of the counts up to a time, in which nobody receives anything more. */
  changes(until: Date): readonly CountChange[] {
    const copy = new SubscriptionQueue(this.properties);
    copy.#messages = this.#messages.map((message) => ({
      ...message,
      ...(message.lock === undefined ? {} : { lock: { ...message.lock } }),
    }));
    copy.#settle(until);
    return [...this.#changes, ...copy.#changes];
  }

  #next(now: Date, deadLetters: boolean): StoredMessage | undefined {
    this.#settle(now);
    return this.#messages.find(
      ({ lock, deadLetter }) => lock === undefined && (deadLetter !== undefined) === deadLetters,
    );
  }

  /** Applies what happened by itself until now: locks that are over, and messages that expired. */
  #settle(now: Date): void {
    for (const message of [...this.#messages]) {
      const { lock } = message;
      if (lock !== undefined && lock.until > now) continue;
      if (lock !== undefined) {
        exercise(behaviours.lockExpired);
        this.#release(message, lock.until);
      }
      this.#expire(message, now);
    }
  }

  #release(message: StoredMessage, at: Date): void {
    delete message.lock;
    message.freeSince = at;
    message.deliveryCount += 1;
    const { maxDeliveryCount } = this.properties;
    if (message.deadLetter !== undefined || message.deliveryCount < maxDeliveryCount) return;
    const description = `Message could not be consumed after ${maxDeliveryCount} delivery attempts.`;
    this.#deadLetter(message, at, byDefault(behaviours.deliveriesExceeded), description);
  }

  /** Expires a message that is not locked: a locked one does not expire. */
  #expire(message: StoredMessage, now: Date): void {
    const { enqueuedAt, timeToLive, freeSince } = message;
    if (timeToLive === undefined || enqueuedAt.getTime() + timeToLive > now.getTime()) return;
    if (message.deadLetter !== undefined) {
      exercise(behaviours.deadLettersStay);
      return;
    }
    exercise(behaviours.expired);
    const at = new Date(Math.max(enqueuedAt.getTime() + timeToLive, freeSince.getTime()));
    if (!this.properties.deadLettersExpired) this.#remove(message, at);
    else
      this.#deadLetter(message, at, byDefault(behaviours.expiredReason), "The message expired and was dead lettered.");
  }

  #deadLetter(message: StoredMessage, at: Date, reason: string, description: string): void {
    message.deadLetter = { reason, description };
    this.#changes.push({ at, active: -1, deadLettered: 1 });
  }

  #remove(message: StoredMessage, at: Date): void {
    this.#messages = this.#messages.filter((other) => other !== message);
    const isDead = message.deadLetter !== undefined;
    this.#changes.push({ at, active: isDead ? 0 : -1, deadLettered: isDead ? -1 : 0 });
  }
}
