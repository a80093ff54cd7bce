import { ServiceBusAccess } from "../access";
import type { ConsumerSettings, Settings } from "../settings";
import { SessionRenewalRole } from "./session-renewal-role";
import type { TokenRefresh } from "./token-refresh";
import { TopicConsumer, type TopicConsumerArgs } from "./topic-consumer";

/** What all consumers of a stack share. */
interface SharedArgs extends Omit<TopicConsumerArgs, "consumer" | "refresh" | "serviceBusAccess" | "renewalRole"> {
  readonly existingRoleIds?: Settings["existingRoleIds"];
}

/**
 * Creates the consumers of a stack, each with the refresh of its token.
 *
 * @returns what the stack outputs about each, by its name
 */
export function createConsumers(
  consumers: readonly ConsumerSettings[],
  refreshes: readonly TokenRefresh[],
  { existingRoleIds, ...shared }: SharedArgs,
): Readonly<Record<string, TopicConsumer["summary"]>> {
  if (consumers.length === 0) return {};
  const serviceBusAccess = new ServiceBusAccess("service-bus-access", { receiveRoleId: existingRoleIds?.receive });
  const renewalRole = new SessionRenewalRole("session-renewal", { resourceGroupName: shared.resourceGroupName });
  return Object.fromEntries(
    consumers.map((consumer) => {
      const refresh = refreshes.find(({ token }) => token.secretName === consumer.token);
      const args = { ...shared, consumer, refresh, serviceBusAccess, renewalRole };
      return [consumer.name, new TopicConsumer(`consume-${consumer.name}`, args).summary];
    }),
  );
}
