import type * as pulumi from "@pulumi/pulumi";
import type { ServiceBusAccess } from "../access";
import type { ConsumerKeys } from "../settings";
import { checkConsumer, type TokenOfConsumer } from "../settings/parse/check-consumer";
import {
  TopicConsumer as CheckedTopicConsumer,
  type SessionRenewalRole,
  type TopicConsumerArgs as CheckedArgs,
} from "../workflows";

/** Arguments of {@link TopicConsumer}. */
export interface TopicConsumerArgs extends Omit<
  CheckedArgs,
  "consumer" | "refresh" | "serviceBusAccess" | "renewalRole"
> {
  /** The subscription to consume, and what its messages become in Salesforce. */
  readonly consumer: Omit<ConsumerKeys, "name" | "token">;
  /** The refresh of the token that Salesforce accepts: a `TokenRefresh`, or what is known of one in another stack. */
  readonly refresh: {
    readonly token: TokenOfConsumer & {
      /** Hosts, in lower case, of which one must be the host of the Salesforce instance, or its end after a period. */
      readonly allowedInstanceUrlSuffixes: readonly string[];
    };
    readonly workflow: {
      /** Resource ID of the refresh Logic App. */
      readonly id: pulumi.Input<string>;
    };
  };
  /** Grants the workflow access to its subscription. One serves all consumers of a stack. */
  readonly serviceBusAccess: ServiceBusAccess;
  /** The role with which the workflow may start the refresh, and see whether it runs. One serves all consumers of a stack. */
  readonly renewalRole: SessionRenewalRole;
}

/**
 * Everything for one consumer: the subscription, unless it exists, the Logic App that upserts its messages' records in
 * Salesforce, what its identity is granted, its logs and alert rules.
 *
 * @throws {UsageError} that lists everything that is wrong with `consumer`, or if `args` has no refresh of the token, or
 * not what grants access to it and to the subscription
 */
export class TopicConsumer extends CheckedTopicConsumer {
  constructor(name: string, args: TopicConsumerArgs, opts?: pulumi.ComponentResourceOptions) {
    super(name, { ...args, consumer: checkedConsumer(name, args) }, opts);
  }
}

/** A program in JavaScript may have no refresh, which the component reports. */
function checkedConsumer(
  name: string,
  { consumer, refresh }: Pick<TopicConsumerArgs, "consumer"> & Partial<Pick<TopicConsumerArgs, "refresh">>,
): CheckedArgs["consumer"] {
  return checkConsumer(consumer, refresh?.token ?? { secretName: "unknown" }, `TopicConsumer ${name}`);
}
