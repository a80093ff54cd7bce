import * as z from "zod";
import { parseSubscriptionId } from "../values/azure-ids";
import { consumerFields } from "./consumer-fields";
import type { ConsumerKeys } from "./consumer-keys";
import { withoutUndefined, type WithoutUndefined } from "./without-undefined";

const consumerSchema = z.object(consumerFields);

type Defaulted = keyof typeof consumerDefaults | "maxDeliveryCount";

/** A consumer's keys with the defaults filled in, as the stack file has them. */
type ConsumerFields = WithoutUndefined<Omit<ConsumerKeys, Defaulted> & Required<Pick<ConsumerKeys, Defaulted>>>;

type SubscriptionKeys = "topicId" | "subscriptionName" | "subscriptionId" | "maxDeliveryCount";

/** The subscription of a Service Bus topic whose messages are consumed: one to create, or an existing one. */
export type ConsumedSubscription = {
  /** Resource ID of the topic. */
  readonly topicId: string;
  readonly name: string;
} & ({ readonly kind: "created"; readonly maxDeliveryCount: number } | { readonly kind: "existing" });

/**
 * The settings of one consumer, with every default filled in.
 *
 * Derived from {@link consumerFields}, apart from `subscription`, which combines the keys that name it.
 */
export interface ConsumerSettings extends Omit<ConsumerFields, SubscriptionKeys> {
  readonly subscription: ConsumedSubscription;
}

/** The defaults of a consumer's keys. */
export const consumerDefaults = z
  .object({
    requiredFields: consumerFields.requiredFields,
    allOrNone: consumerFields.allOrNone,
    apiVersion: consumerFields.apiVersion,
    intervalMinutes: consumerFields.intervalMinutes,
    maxMessagesPerRun: consumerFields.maxMessagesPerRun,
    refreshGraceMinutes: consumerFields.refreshGraceMinutes,
  })
  .parse({});

/**
 * Makes the settings of a consumer from its keys.
 *
 * @param tokenName name of the token's secret, as its own settings spell it
 * @throws {z.ZodError} for invalid keys, which {@link parseConsumer} reports first
 */
export function consumerSettings(keys: unknown, tokenName: string): ConsumerSettings {
  const { topicId, subscriptionName, subscriptionId, maxDeliveryCount, ...consumer } = withoutUndefined(
    consumerSchema.parse(keys),
  );
  return {
    ...consumer,
    token: tokenName,
    subscription:
      subscriptionId === undefined
        ? { kind: "created", topicId: topicId ?? "", name: subscriptionName ?? "", maxDeliveryCount }
        : { kind: "existing", ...parseSubscriptionId(subscriptionId) },
  };
}
