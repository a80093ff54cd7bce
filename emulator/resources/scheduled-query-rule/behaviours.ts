import { declareBehaviours, defaultValue, documented, refusal, reported } from "../../provenance";

/** What Azure Resource Manager answers for log alerts. */
export const behaviours = declareBehaviours("scheduled-query-rule", {
  kind: defaultValue(
    "LogAlert",
    documented(
      "A rule on logs is of the kind LogAlert, unless it says otherwise",
      "https://learn.microsoft.com/azure/templates/microsoft.insights/scheduledqueryrules",
    ),
  ),
  otherScopes: refusal(
    400,
    "BadRequest",
    reported(
      "The scopes of a log alert that exists cannot be changed",
      "https://github.com/pulumi/pulumi-azure-native/issues/4839",
    ),
  ),
});
