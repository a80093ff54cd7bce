import * as z from "zod";
import { authorizationModels, cloudNames } from "../../azure";
import {
  actionGroupIdProblem,
  resourceGroupIdProblem,
  roleIdProblem,
  vaultIdProblem,
  workspaceIdProblem,
} from "../values/azure-ids";
import { locationProblem, resourceGroupNameProblem, vaultNameProblem } from "../values/azure-names";
import { checkedText, checkedTexts, wholeNumber } from "../values/checked-text";
import { emailProblem } from "../values/email-address";
import { ipRangeProblem, ipRangesProblem } from "../values/ip-ranges";
import { secretNameProblem } from "../values/secret-name";
import { tagsProblem } from "../values/tags";
import { consumerFields } from "./consumer-fields";
import { tokenFields } from "./token-fields";

const ipRanges = z.array(checkedText(ipRangeProblem)).superRefine((ranges, context) => {
  const message = ipRangesProblem(ranges);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

const roleId = checkedText(roleIdProblem);

/** The keys of a stack's configuration, without the project's namespace, in the order of the reference. */
export const stackFields = {
  tokens: z.array(z.strictObject(tokenFields)).meta({
    description: "Configure the tokens to refresh. One token is the minimum; each gets its own refresh Logic App.",
  }),
  consumers: z.array(z.strictObject(consumerFields)).default([]).meta({
    description:
      "Configure the consumers of tokens. Each gets its own Logic App, which upserts the records of a Service Bus subscription's messages in Salesforce.",
    defaultShown: "none",
  }),
  location: checkedText(locationProblem).optional().meta({
    description: "Azure location of the resources.",
    defaultShown: "that of the resource group; azure-native:location for a new resource group",
  }),
  resourceGroupName: checkedText(resourceGroupNameProblem).optional().meta({
    description: "Name of a new resource group. Cannot be combined with resourceGroupId.",
    defaultShown: "generated",
  }),
  resourceGroupId: checkedText(resourceGroupIdProblem).optional().meta({
    description: "Resource ID of an existing resource group.",
    defaultShown: "a new resource group is created",
  }),
  vaultName: checkedText(vaultNameProblem).optional().meta({
    description: "Name of a new key vault. Cannot be combined with vaultId.",
    defaultShown: "generated",
  }),
  vaultId: checkedText(vaultIdProblem).optional().meta({
    description: "Resource ID of an existing key vault. Requires authorizationModel.",
    defaultShown: "a new key vault is created",
  }),
  authorizationModel: z.enum(authorizationModels).optional().meta({
    description: "How the vault authorizes requests: Azure RBAC or access policies.",
    defaultShown: "rbac; required with vaultId",
  }),
  grantScope: z.enum(["secret", "vault"]).optional().meta({
    description: "Scope of role assignments: each secret that is used, or the whole vault.",
    defaultShown: "secret; vault with accessPolicy, which cannot grant access to single secrets",
  }),
  existingRoleIds: z
    .strictObject({
      get: roleId.optional(),
      set: roleId.optional(),
      "get,set": roleId.optional(),
      "get,update": roleId.optional(),
      "get,set,update": roleId.optional(),
      receive: roleId.optional(),
    })
    .optional()
    .meta({
      description:
        "IDs of existing role definitions, by the operations on secrets that they allow: get, set, or get,set; with disableSupersededVersions also get,update (written by connector) or get,set,update (written by http). Only with rbac, apart from receive: receiving messages from Service Bus, for consumers.",
      defaultShown: "custom roles are created where none is set",
    }),
  identity: z.enum(["system", "user"]).default("system").meta({
    description: "Managed identity of each Logic App: system-assigned or user-assigned.",
  }),
  softDeleteRetentionDays: wholeNumber(7, 90).default(90).meta({
    description: "Days during which deleted secrets and the deleted vault can be recovered. Only for a new vault.",
  }),
  tags: checkedTexts(tagsProblem).default({}).meta({ description: "Tags of every resource.", defaultShown: "none" }),
  allowedSecretNames: z.array(checkedText(secretNameProblem)).default([]).meta({
    description:
      "Secrets that other Logic Apps may write through the connector, in addition to those that the refresh writes through it.",
    defaultShown: "none",
  }),
  allowedCallerIpRanges: ipRanges.default([]).meta({
    description: "IP ranges that may call the relay: those of the region's connectors.",
    defaultShown: "not restricted",
  }),
  runHistoryIpRanges: ipRanges.default([]).meta({
    description: "IP ranges from which run history content can be read.",
    defaultShown: "not restricted",
  }),
  alerts: z.boolean().default(true).meta({
    description: "Create alert rules for failed refreshes and for refreshes that do not run.",
  }),
  alertEmails: z.array(checkedText(emailProblem)).default([]).meta({
    description:
      "Email addresses that receive alerts, through a new action group. Cannot be combined with actionGroupId.",
    defaultShown: "no emails are sent",
  }),
  actionGroupId: checkedText(actionGroupIdProblem).optional().meta({
    description: "Resource ID of an existing action group that receives alerts. Cannot be combined with alertEmails.",
    defaultShown: "a new action group is created for alertEmails",
  }),
  logAnalyticsWorkspaceId: checkedText(workspaceIdProblem).optional().meta({
    description:
      "Resource ID of a Log Analytics workspace that receives the Logic Apps' diagnostic logs, which contain no inputs and outputs. With alerts, an additional alert reports the error code of a failed refresh.",
    defaultShown: "no logs are sent",
  }),
  cloud: z.enum(cloudNames).optional().meta({
    description:
      "Azure cloud: the public one, Azure Government, or the one that 21Vianet operates in China. azure-native must deploy to the same.",
    defaultShown: "that of azure-native:environment, then of ARM_ENVIRONMENT, then public",
  }),
};
