import { assumedRefusal, declareBehaviours, defaultValue, documented, notEmulated, refusal } from "../../provenance";

const filters = "https://learn.microsoft.com/azure/service-bus-messaging/topic-filters";
const template =
  "https://learn.microsoft.com/azure/templates/microsoft.servicebus/namespaces/topics/subscriptions/rules";

/** What Azure Resource Manager answers for the rules of a topic's subscriptions. */
export const behaviours = declareBehaviours("service-bus-rule", {
  filterType: defaultValue("SqlFilter", documented("A rule has a SQL filter unless it says another", template)),
  sqlExpression: defaultValue("1=1", documented("A rule without a filter selects every message", filters)),
  invalidRule: assumedRefusal(
    400,
    "BadRequest",
    documented("A rule has a SQL filter or a correlation filter", template),
  ),
  filterNotServed: refusal(
    501,
    "FilterNotServed",
    notEmulated("A rule can have any SQL expression as its filter, and an action", filters),
  ),
});
