/** A value of an application property. */
export type PropertyValue = string | number | boolean;

/** A message to send. */
export interface Message {
  readonly body: string;
  /** @default the message has none */
  readonly contentType?: string;
  /** @default a new one */
  readonly messageId?: string;
  /** Milliseconds. @default the topic's and the subscription's */
  readonly timeToLive?: number;
  /** Application properties by name. @default none */
  readonly properties?: Readonly<Record<string, PropertyValue>>;
  /** Broker properties that are only handed on, such as `Label` and `CorrelationId`. @default none */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A message in a subscription, as its owner sees it. */
export interface HeldMessage {
  readonly messageId: string;
  readonly sequenceNumber: number;
  /** Deliveries that ended without completion. */
  readonly deliveryCount: number;
  readonly state: "active" | "locked" | "dead-lettered";
  readonly deadLetterReason?: string;
}

/** Numbers of messages of a subscription. */
export interface MessageCounts {
  /** Waiting or locked. */
  readonly active: number;
  readonly deadLettered: number;
}
