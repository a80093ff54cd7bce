// Written by `npm run settings` from consumer-fields.ts; edit that.

/** The keys of a consumer, as in an entry of `consumers` in a stack file. */
// prettier-ignore
export interface ConsumerKeys {
  /** Name of the consumer. Its Logic App is named consume-{name}. */
  readonly name: string;
  /**
   * secretName of the entry of tokens that Salesforce accepts. Its instanceUrl must be tag, and its skipWhileFresh
   * false.
   */
  readonly token: string;
  /**
   * Resource ID of an existing Service Bus topic, on which a subscription is created. Set either this, with
   * subscriptionName, or subscriptionId.
   */
  readonly topicId?: string | undefined;
  /** Name of the subscription to create on the topic. Required with topicId. */
  readonly subscriptionName?: string | undefined;
  /**
   * Resource ID of an existing subscription of a Service Bus topic, without sessions, and with locks of 5 minutes. Set
   * either this or topicId.
   */
  readonly subscriptionId?: string | undefined;
  /** API name of the Salesforce object whose records are upserted, such as Account. */
  readonly sObject: string;
  /** External ID field by which Salesforce finds the record to update. Must be one of fields. */
  readonly externalIdField: string;
  /**
   * Fields of Salesforce to set, each with the name of the property of a message's record that it is set from. Other
   * properties are ignored. A record without a property leaves the field as it is; null empties it.
   */
  readonly fields: Readonly<Record<string, string>>;
  /**
   * Fields, besides externalIdField, that each record must set. A message with a record that does not is not sent to
   * Salesforce.
   * @default none
   */
  readonly requiredFields?: readonly string[] | undefined;
  /**
   * Store no record of a message if Salesforce rejects one of them.
   * @default `false`
   */
  readonly allOrNone?: boolean | undefined;
  /**
   * Version of Salesforce's REST API, in quotes. At least 46.0.
   * @default `67.0`
   */
  readonly apiVersion?: string | undefined;
  /**
   * Minutes between runs. Must be less than refreshGraceMinutes.
   * @default `1`
   */
  readonly intervalMinutes?: number | undefined;
  /**
   * Messages that a run processes at most, one after the other.
   * @default `20`
   */
  readonly maxMessagesPerRun?: number | undefined;
  /**
   * Deliveries after which a message goes to the dead letters. The last begins 5 minutes after the one before it, so
   * with 20 a message survives an outage of 95 minutes. Only for a subscription that is created.
   * @default `20`
   */
  readonly maxDeliveryCount?: number | undefined;
  /**
   * Minutes after the storage of a token in which Salesforce's refusal of it is reported instead of another refresh
   * being started. Must be less than the token's intervalMinutes.
   * @default `10`
   */
  readonly refreshGraceMinutes?: number | undefined;
}
