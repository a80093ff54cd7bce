import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Shape } from "../shape";

const condition: Shape = {
  properties: {
    alertSensitivity: "scalar",
    criterionType: "scalar",
    dimensions: { itemsOf: { properties: { name: "scalar", operator: "scalar", values: { itemsOf: "scalar" } } } },
    failingPeriods: { properties: { minFailingPeriodsToAlert: "scalar", numberOfEvaluationPeriods: "scalar" } },
    ignoreDataBefore: "scalar",
    metricMeasureColumn: "scalar",
    metricName: "scalar",
    minRecurrenceCount: "scalar",
    operator: "scalar",
    query: "scalar",
    resourceIdColumn: "scalar",
    threshold: "scalar",
    timeAggregation: "scalar",
  },
};

/** `monitor.ScheduledQueryRule`. */
export const scheduledQueryRule = armResource({
  token: "azure-native:monitor:ScheduledQueryRule",
  armType: "Microsoft.Insights/scheduledQueryRules",
  name: { property: "ruleName", generated: "hexadecimal", pattern: /^[^#<>%&:?/{}*]{1,260}$/ },
  pathInputs: ["resourceGroupName", "ruleName"],
  required: ["resourceGroupName"],
  top: { identity: "untyped", kind: "scalar", location: "scalar", tags },
  flattened: {
    actions: {
      properties: {
        actionGroups: { itemsOf: "scalar" },
        actionProperties: { valuesOf: "scalar" },
        customProperties: { valuesOf: "scalar" },
      },
    },
    autoMitigate: "scalar",
    checkWorkspaceAlertsStorageConfigured: "scalar",
    criteria: { properties: { allOf: { itemsOf: condition } } },
    description: "scalar",
    displayName: "scalar",
    enabled: "scalar",
    evaluationFrequency: "scalar",
    muteActionsDuration: "scalar",
    overrideQueryTimeRange: "scalar",
    resolveConfiguration: { properties: { autoResolved: "scalar", timeToResolve: "scalar" } },
    scopes: { itemsOf: "scalar" },
    severity: "scalar",
    skipQueryValidation: "scalar",
    targetResourceTypes: { itemsOf: "scalar" },
    windowSize: "scalar",
  },
  id: idInResourceGroup("Microsoft.Insights/scheduledQueryRules", "ruleName"),
  response: {
    createdWithApiVersion: "scalar",
    etag: "scalar",
    isLegacyLogAnalyticsRule: "scalar",
    isWorkspaceAlertsStorageConfigured: "scalar",
    systemData: "untyped",
  },
  // Not `scopes`, though Azure cannot update them: https://github.com/pulumi/pulumi-azure-native/issues/4839
  replaceOnChanges: ["location"],
});
