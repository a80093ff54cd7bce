import { declareBehaviours, defaultValue, documented } from "../../provenance";

const schema =
  "https://github.com/Azure/azure-resource-manager-schemas/blob/a14544311/schemas/2018-03-01/Microsoft.Insights.json";

/** What Azure Resource Manager fills in for metric alerts. */
export const behaviours = declareBehaviours("metric-alert", {
  autoMitigate: defaultValue(
    true,
    documented("A metric alert is resolved by itself, unless autoMitigate is false", schema),
  ),
});
