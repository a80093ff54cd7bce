import { assumedRefusal, declareBehaviours, defaultValue, documented, notEmulated, refusal } from "../../provenance";

const learn = "https://learn.microsoft.com/azure";
const template = `${learn}/templates/microsoft.servicebus/namespaces/topics/subscriptions`;

/** What Azure Resource Manager answers for the subscriptions of topics. */
export const behaviours = declareBehaviours("service-bus-subscription", {
  lockDuration: defaultValue("PT1M", documented("A lock lasts a minute unless lockDuration says otherwise", template)),
  maxDeliveryCount: defaultValue(
    10,
    documented("A message is delivered 10 times at most unless maxDeliveryCount says otherwise", template),
  ),
  deadLetteringOnMessageExpiration: defaultValue(
    false,
    documented("Expired messages are not dead-lettered unless the subscription says so", template),
  ),
  trueFilter: defaultValue(
    "$Default",
    documented(
      "A new subscription has the rule $Default, which selects every message",
      `${learn}/service-bus-messaging/topic-filters`,
    ),
  ),
  invalidSubscription: assumedRefusal(
    400,
    "BadRequest",
    documented(
      "A lock lasts 5 minutes at most, a message is delivered once or more, and a name has at most 50 characters",
      template,
    ),
  ),
  propertyNotServed: refusal(
    501,
    "PropertyNotServed",
    notEmulated("A subscription can have sessions, forwarding, client affinity, and be deleted when idle", template),
  ),
});
