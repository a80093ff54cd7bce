import * as z from "zod";
import {
  actionGroupIdProblem,
  resourceGroupIdProblem,
  roleIdProblem,
  vaultIdProblem,
  workspaceIdProblem,
} from "./azure-ids";
import { locationProblem, resourceGroupNameProblem, vaultNameProblem } from "./azure-names";
import { checkedText, wholeNumber } from "./checked-text";
import { emailProblem } from "./email-address";
import { ipRangeProblem, ipRangesProblem } from "./ip-ranges";
import { secretNameProblem } from "./secret-name";
import { tagsProblem } from "./tags";
import { tokenFields } from "./token-fields";

const ipRanges = z.array(checkedText(ipRangeProblem)).superRefine((ranges, context) => {
  const message = ipRangesProblem(ranges);
  if (message !== undefined) context.addIssue({ code: "custom", message });
});

/** The keys of a stack's configuration, without the project's namespace, in the order of the reference. */
export const stackFields = {
  tokens: z.array(z.strictObject(tokenFields)).meta({
    description: "Tokens to keep fresh, one refresh Logic App each. At least one.",
  }),
  location: checkedText(locationProblem).optional().meta({
    description: "Azure location of the resources.",
    defaultShown: "the resource group's, or azure-native:location for a resource group that is created",
  }),
  resourceGroupName: checkedText(resourceGroupNameProblem).optional().meta({
    description: "Name of the resource group to create. Either this or resourceGroupId, or neither.",
    defaultShown: "generated",
  }),
  resourceGroupId: checkedText(resourceGroupIdProblem).optional().meta({
    description: "Id of an existing resource group to use.",
    defaultShown: "a resource group is created",
  }),
  vaultName: checkedText(vaultNameProblem).optional().meta({
    description: "Name of the key vault to create. Either this or vaultId, or neither.",
    defaultShown: "generated",
  }),
  vaultId: checkedText(vaultIdProblem).optional().meta({
    description: "Id of an existing key vault to use; authorizationModel must be said with it.",
    defaultShown: "a vault is created",
  }),
  authorizationModel: z.enum(["rbac", "accessPolicy"]).optional().meta({
    description: "How the vault decides who may do what: role assignments, or access policies.",
    defaultShown: "rbac; must be said with vaultId",
  }),
  grantScope: z.enum(["secret", "vault"]).optional().meta({
    description: "What a role is assigned at: each secret that is used, or the vault.",
    defaultShown: "secret; vault with accessPolicy, which knows no single secret",
  }),
  existingRoleIds: z
    .strictObject({
      get: checkedText(roleIdProblem).optional(),
      set: checkedText(roleIdProblem).optional(),
      "get,set": checkedText(roleIdProblem).optional(),
      "get,update": checkedText(roleIdProblem).optional(),
      "get,set,update": checkedText(roleIdProblem).optional(),
    })
    .optional()
    .meta({
      description:
        "Ids of role definitions to use, by what they let do to secrets: get, set, or get,set; with disableSupersededVersions get,update (by connector) or get,set,update (by http). Only with rbac.",
      defaultShown: "custom roles are created for what is not given",
    }),
  identity: z.enum(["system", "user"]).default("system").meta({
    description: "Managed identity of each Logic App: system-assigned or user-assigned.",
  }),
  softDeleteRetentionDays: wholeNumber(7, 90).default(90).meta({
    description:
      "Days that deleted secrets, and the deleted vault, can be recovered. Only for a vault that is created.",
  }),
  tags: z
    .record(z.string(), z.string())
    .superRefine((tags, context) => {
      const message = tagsProblem(tags);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .optional()
    .meta({ description: "Tags that go on every resource.", defaultShown: "none" }),
  allowedSecretNames: z.array(checkedText(secretNameProblem)).optional().meta({
    description: "Secrets that designers may write through the connector, besides those that the refresh writes by it.",
    defaultShown: "none",
  }),
  allowedCallerIpRanges: ipRanges.optional().meta({
    description: "IP ranges that may call the relay: for a connector, those of the region's connectors.",
    defaultShown: "not restricted",
  }),
  runHistoryIpRanges: ipRanges.optional().meta({
    description: "IP ranges that may read the contents of run history.",
    defaultShown: "not restricted",
  }),
  alerts: z.boolean().default(true).meta({
    description: "Whether alert rules tell of refreshes that fail, and of those that do not happen.",
  }),
  alertEmails: z.array(checkedText(emailProblem)).optional().meta({
    description: "E-mail addresses that alerts are sent to, by an action group that is created.",
    defaultShown: "nobody is told, unless actionGroupId is given",
  }),
  actionGroupId: checkedText(actionGroupIdProblem).optional().meta({
    description: "Id of an existing action group that alerts go to. Either this or alertEmails, or neither.",
    defaultShown: "one is created for alertEmails",
  }),
  logAnalyticsWorkspaceId: checkedText(workspaceIdProblem).optional().meta({
    description:
      "Id of a Log Analytics workspace that the Logic Apps' diagnostics go to, without inputs and outputs. With alerts, an alert then tells a failure's error code.",
    defaultShown: "they go nowhere",
  }),
  cloud: z.enum(["public"]).default("public").meta({
    description: "Cloud of Azure. Others are not supported.",
  }),
};
