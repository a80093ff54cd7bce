import { assumedRefusal, declareBehaviours, defaultValue, documented, notEmulated, refusal } from "../../provenance";

const learn = "https://learn.microsoft.com/azure";
const template = `${learn}/templates/microsoft.servicebus/namespaces/topics`;
const quotas = `${learn}/service-bus-messaging/service-bus-quotas`;

/** What Azure Resource Manager answers for topics. */
export const behaviours = declareBehaviours("service-bus-topic", {
  standardKilobytes: defaultValue(256, documented("A message in the tier Standard has at most 256 KB", quotas)),
  premiumKilobytes: defaultValue(
    1024,
    documented("A message in the tier Premium has at most 1 MB, unless the topic says more", template),
  ),
  basicTier: assumedRefusal(
    400,
    "BadRequest",
    documented(
      "A namespace of the tier Basic has no topics",
      "https://github.com/microsoft/azure-skills/blob/main/skills/azure-prepare/references/services/service-bus/README.md",
    ),
  ),
  invalidTopic: assumedRefusal(
    400,
    "BadRequest",
    documented("A topic's properties have the types of its schema", template),
  ),
  propertyNotServed: refusal(
    501,
    "PropertyNotServed",
    notEmulated("A topic can detect duplicates, be deleted when idle, be disabled, and take larger messages", template),
  ),
});
