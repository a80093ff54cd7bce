import type { Stack, StackResource } from "../../../policy/model";
import {
  accessPolicy,
  group,
  onVault,
  readingStack,
  request,
  resource,
  vault,
  workflow,
} from "../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, others, posts } from "./addresses";
import type { CasesByKind } from "./reported-case";

const open = ["open-triggers"];
const ranges = (...addressRanges: string[]): object => ({
  allowedCallerIpAddresses: addressRanges.map((addressRange) => ({ addressRange })),
});
const claims = (...list: object[]): object => ({
  openAuthenticationPolicies: { policies: { Default: { type: "AAD", claims: list } } },
});
const issuer = { name: "iss", value: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0" };

/** A stack whose Request trigger has this access control. */
function called(triggers: object | undefined): Stack {
  return readingStack(
    {},
    { triggers: { manual: request } },
    { accessControl: triggers === undefined ? {} : { triggers } },
  );
}

/** The reading workflow with a vault of these properties. */
function withVault(properties: object): Stack {
  return {
    resources: [
      resource("azure-native:keyvault:Vault", "vault", {
        vaultName: "kv-tokens",
        properties: {
          enableRbacAuthorization: false,
          enablePurgeProtection: true,
          networkAcls: { defaultAction: "Deny" },
          ...properties,
        },
      }),
      accessPolicy("get"),
      workflow({}),
    ],
  };
}

/** A workflow that refreshes a secret, one run at a time, with alert rules. */
function refreshing(...alerts: StackResource[]): Stack {
  const triggers = {
    Recurrence: {
      type: "Recurrence",
      recurrence: { frequency: "Hour", interval: 1 },
      runtimeConfiguration: { concurrency: { runs: 1 } },
    },
  };
  const write = onVault("PUT", "/secrets/access-token", {
    body: { value: "@body('Get_secret')?['value']", attributes: { exp: 1 } },
  });
  return { resources: [vault(), accessPolicy("get", "set"), workflow({ Write: write }, { triggers }), ...alerts] };
}
const actions = [{ actionGroupId: `${group}/providers/Microsoft.Insights/actionGroups/ops` }];
function metric(metricName: string, operator: string, rest: object = {}): StackResource {
  return resource("azure-native:monitor:MetricAlert", metricName, {
    scopes: [group],
    targetResourceType: "Microsoft.Logic/workflows",
    criteria: { allOf: [{ metricName, operator, threshold: 1 }] },
    actions,
    ...rest,
  });
}
function query(status: string, operator: string): StackResource {
  return resource("azure-native:monitor:ScheduledQueryRule", `log ${status}`, {
    criteria: {
      allOf: [
        {
          query: `AzureDiagnostics | where ResourceProvider == "MICROSOFT.LOGIC" and OperationName has "workflowRun" and status_s == "${status}"`,
          operator,
          threshold: 1,
        },
      ],
    },
    actions: { actionGroups: ["ops"] },
  });
}

/** Who may call a workflow and reach a vault, and who hears of a failure. */
export const operations = {
  trigger: [
    {
      id: "trigger-without-restriction",
      what: "a Request trigger that its address alone protects",
      source: posts.openTrigger,
      rules: open,
      stack: called(undefined),
    },
    {
      id: "trigger-for-two-networks",
      what: "a Request trigger for two ranges of addresses",
      source: others.openTriggerRule,
      rules: [],
      stack: called(ranges("192.168.12.0/23", "2001:0db8::/64")),
    },
    {
      id: "trigger-for-everybody",
      what: "a Request trigger for every address",
      source: others.openTriggerRule,
      rules: open,
      stack: called(ranges("0.0.0.0/0")),
    },
    {
      id: "trigger-for-one-address-of-api-management",
      what: "a Request trigger for the address of API Management, with a policy of issuer and audience",
      source: others.policyByApiManagement,
      rules: [],
      stack: called({ ...ranges("203.0.113.7/32"), ...claims(issuer, { name: "aud", value: "api://logic" }) }),
    },
    {
      id: "trigger-with-an-audience",
      what: "a Request trigger with a policy of issuer and audience",
      source: posts.sasDespiteIdentity,
      rules: [],
      stack: called(claims(issuer, { name: "aud", value: "https://management.azure.com" })),
    },
    {
      id: "trigger-with-a-policy-without-claims",
      what: "a Request trigger with a policy that claims nothing",
      source: logicAppsDocs.security,
      rules: open,
      stack: called(claims()),
    },
    {
      id: "trigger-with-a-policy-by-module",
      what: "a Request trigger with a policy, beside which the signature still works, as the module warns",
      source: others.triggersOfTerraform,
      rules: [],
      stack: called(claims(issuer, { name: "aud", value: "api://logic" })),
    },
    {
      id: "trigger-behind-api-management-by-its-key",
      what: "a Request trigger whose address API Management keeps, open to everybody who finds it",
      source: posts.keyInAddress,
      rules: open,
      stack: called({}),
    },
    {
      id: "trigger-for-other-logic-apps",
      what: "a Request trigger for other Logic Apps only",
      source: logicAppsDocs.security,
      rules: [],
      stack: called(ranges()),
    },
    {
      id: "second-request-trigger",
      what: "a workflow whose second trigger takes requests",
      source: logicAppsDocs.requestTrigger,
      rules: open,
      stack: readingStack(
        {},
        {
          triggers: {
            every_hour: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } },
            manual: { ...request, type: "request" },
          },
        },
        { accessControl: {} },
      ),
    },
  ],
  vault: [
    {
      id: "vault-for-every-network",
      what: "a vault that every network reaches",
      source: others.firewallRule,
      advisory: true,
      rules: ["vault-network"],
      stack: withVault({ networkAcls: { defaultAction: "Allow" } }),
    },
    {
      id: "vault-behind-a-firewall",
      what: "a vault whose firewall denies by default",
      source: others.firewallRule,
      advisory: true,
      rules: [],
      stack: withVault({}),
    },
    {
      id: "vault-without-public-access",
      what: "a vault that private endpoints alone reach",
      source: keyVaultDocs.network,
      advisory: true,
      rules: [],
      stack: withVault({ networkAcls: undefined, publicNetworkAccess: "Disabled" }),
    },
    {
      id: "vault-without-purge-protection",
      what: "a vault that may be purged",
      source: others.purgeRule,
      rules: ["vault-recovery"],
      stack: withVault({ enablePurgeProtection: undefined }),
    },
    {
      id: "vault-with-purge-protection",
      what: "a vault with purge protection and seven days",
      source: keyVaultDocs.softDelete,
      rules: [],
      stack: withVault({ softDeleteRetentionInDays: 7 }),
    },
    {
      id: "vault-without-soft-delete",
      what: "a vault without soft delete",
      source: keyVaultDocs.softDelete,
      rules: ["vault-recovery"],
      stack: withVault({ enableSoftDelete: false }),
    },
  ],
  alert: [
    {
      id: "alerts-of-runs-failed-and-missing",
      what: "alerts on failed runs and on too few that succeed, over the resource group",
      source: logicAppsDocs.metrics,
      advisory: true,
      rules: [],
      stack: refreshing(metric("RunsFailed", "GreaterThan"), metric("RunsSucceeded", "LessThan")),
    },
    {
      id: "alert-without-an-action",
      what: "the same alerts without an action group, of which nobody hears",
      source: azure.actionGroups,
      advisory: true,
      rules: ["dependable-refresh"],
      stack: refreshing(
        metric("RunsFailed", "GreaterThan", { actions: [] }),
        metric("RunsSucceeded", "LessThan", { actions: [] }),
      ),
    },
    {
      id: "alert-on-failures-only",
      what: "an alert on failed runs, which is silent when no run starts",
      source: logicAppsDocs.metrics,
      advisory: true,
      rules: ["dependable-refresh"],
      stack: refreshing(metric("RunsFailed", "GreaterThan")),
    },
    {
      id: "alerts-by-log-query",
      what: "alerts by queries of the diagnostic logs",
      source: logicAppsDocs.diagnostics,
      advisory: true,
      rules: [],
      stack: refreshing(query("Failed", "GreaterThan"), query("Succeeded", "LessThan")),
    },
  ],
} satisfies CasesByKind;
