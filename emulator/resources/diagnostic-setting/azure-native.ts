import { asString } from "../../../definition/json";
import { armResource } from "../azure-native-type";
import type { Shape } from "../shape";

const retentionPolicy: Shape = { properties: { days: "scalar", enabled: "scalar" } };

/** `monitor.DiagnosticSetting`. */
export const diagnosticSetting = armResource({
  token: "azure-native:monitor:DiagnosticSetting",
  armType: "Microsoft.Insights/diagnosticSettings",
  name: { property: "name", generated: "hexadecimal" },
  pathInputs: ["resourceUri", "name"],
  required: ["resourceUri"],
  top: {},
  flattened: {
    eventHubAuthorizationRuleId: "scalar",
    eventHubName: "scalar",
    logAnalyticsDestinationType: "scalar",
    logs: {
      itemsOf: { properties: { category: "scalar", categoryGroup: "scalar", enabled: "scalar", retentionPolicy } },
    },
    marketplacePartnerId: "scalar",
    metrics: {
      itemsOf: { properties: { category: "scalar", enabled: "scalar", retentionPolicy, timeGrain: "scalar" } },
    },
    serviceBusRuleId: "scalar",
    storageAccountId: "scalar",
    workspaceId: "scalar",
  },
  response: { systemData: "untyped" },
  id: (inputs) =>
    `/${asString(inputs.resourceUri).replace(/^\/|\/$/g, "")}/providers/Microsoft.Insights/diagnosticSettings/` +
    asString(inputs.name),
});
