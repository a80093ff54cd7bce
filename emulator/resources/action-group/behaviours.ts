import { assumedRefusal, declareBehaviours, defaultValue, documented, notEmulated, refusal } from "../../provenance";

const groups = "https://learn.microsoft.com/azure/azure-monitor/alerts/action-groups";
const schema =
  "https://github.com/Azure/azure-resource-manager-schemas/blob/a14544311/schemas/2018-03-01/Microsoft.Insights.json";

/** What Azure Resource Manager answers for action groups. */
export const behaviours = declareBehaviours("action-group", {
  receiverStatus: defaultValue(
    "Enabled",
    documented("An e-mail receiver is enabled until its owner unsubscribes", groups),
  ),
  receiverNotServed: refusal(
    501,
    "ReceiverNotServed",
    notEmulated("Action groups have receivers of more kinds than e-mail", groups),
  ),
  invalidShortName: assumedRefusal(
    400,
    "ActionGroupShortNameInvalid",
    documented("A groupShortName has 1 to 12 characters", groups),
  ),
  receiverNameTwice: assumedRefusal(
    400,
    "DuplicateReceiverName",
    documented("Names of receivers are unique within an action group", schema),
  ),
});
