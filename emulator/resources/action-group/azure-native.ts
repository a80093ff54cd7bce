import { armResource, idInResourceGroup } from "../azure-native-type";
import { tags, type Shape } from "../shape";

/** Receivers of other kinds go to ARM whole, which refuses them here. */
const receivers: Shape = { itemsOf: "untyped" };

const emailReceiver = { emailAddress: "scalar", name: "scalar", useCommonAlertSchema: "scalar" } as const;

/** `monitor.ActionGroup`. */
export const actionGroup = armResource({
  token: "azure-native:monitor:ActionGroup",
  armType: "Microsoft.Insights/actionGroups",
  name: { property: "actionGroupName", generated: "hexadecimal" },
  pathInputs: ["resourceGroupName", "actionGroupName"],
  required: ["enabled", "groupShortName", "resourceGroupName"],
  top: { identity: "untyped", location: "scalar", tags },
  flattened: {
    armRoleReceivers: receivers,
    automationRunbookReceivers: receivers,
    azureAppPushReceivers: receivers,
    azureFunctionReceivers: receivers,
    emailReceivers: { itemsOf: { properties: emailReceiver } },
    enabled: "scalar",
    eventHubReceivers: receivers,
    groupShortName: "scalar",
    incidentReceivers: receivers,
    itsmReceivers: receivers,
    logicAppReceivers: receivers,
    smsReceivers: receivers,
    voiceReceivers: receivers,
    webhookReceivers: receivers,
  },
  id: idInResourceGroup("Microsoft.Insights/actionGroups", "actionGroupName"),
  response: {
    emailReceivers: { itemsOf: { properties: { ...emailReceiver, status: "scalar" } } },
    systemData: "untyped",
  },
  replaceOnChanges: ["location"],
});
