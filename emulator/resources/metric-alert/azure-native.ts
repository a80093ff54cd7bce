import { asObject, withoutKey, type JsonObject } from "../../../definition/json";
import { armResource, idInResourceGroup, type ResourceType } from "../azure-native-type";
import { tags, type Shape } from "../shape";

const criterion: Shape = {
  properties: {
    alertSensitivity: "scalar",
    criterionType: "scalar",
    dimensions: { itemsOf: { properties: { name: "scalar", operator: "scalar", values: { itemsOf: "scalar" } } } },
    failingPeriods: { properties: { minFailingPeriodsToAlert: "scalar", numberOfEvaluationPeriods: "scalar" } },
    ignoreDataBefore: "scalar",
    metricName: "scalar",
    metricNamespace: "scalar",
    name: "scalar",
    operator: "scalar",
    skipMetricValidation: "scalar",
    threshold: "scalar",
    timeAggregation: "scalar",
  },
};

const ordinary = armResource({
  token: "azure-native:monitor:MetricAlert",
  armType: "Microsoft.Insights/metricAlerts",
  name: { property: "ruleName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "ruleName"],
  required: [
    ...["criteria", "enabled", "evaluationFrequency", "resourceGroupName", "scopes", "severity", "windowSize"],
  ],
  top: { location: "scalar", tags },
  flattened: {
    actions: { itemsOf: { properties: { actionGroupId: "scalar", webHookProperties: { valuesOf: "scalar" } } } },
    autoMitigate: "scalar",
    criteria: {
      properties: {
        allOf: { itemsOf: criterion },
        componentId: "scalar",
        failedLocationCount: "scalar",
        odataType: "scalar",
        webTestId: "scalar",
      },
    },
    description: "scalar",
    enabled: "scalar",
    evaluationFrequency: "scalar",
    scopes: { itemsOf: "scalar" },
    severity: "scalar",
    targetResourceRegion: "scalar",
    targetResourceType: "scalar",
    windowSize: "scalar",
  },
  id: idInResourceGroup("Microsoft.Insights/metricAlerts", "ruleName"),
  // Of criteria of several kinds, azure-native previews what it is given.
  response: { criteria: "untyped", isMigrated: "scalar", lastUpdatedTime: "scalar" },
  replaceOnChanges: ["location"],
  body: (body) => {
    const properties = asObject(body.properties);
    return {
      ...body,
      properties: { ...properties, criteria: renamed(properties.criteria, "odataType", "odata.type") },
    };
  },
});

/** `monitor.MetricAlert`. What Pulumi calls `odataType` is `odata.type` in ARM's criteria. */
export const metricAlert: ResourceType = {
  ...ordinary,
  outputs: (answer, inputs) => {
    const outputs = ordinary.outputs(answer, inputs);
    return { ...outputs, criteria: renamed(outputs?.criteria, "odata.type", "odataType") };
  },
};

function renamed(value: unknown, from: string, to: string): JsonObject {
  const object = asObject(value);
  return { ...withoutKey(object, from), [to]: object[from] };
}
