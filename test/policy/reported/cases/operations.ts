import type { Stack, StackResource } from "../../../../policy/model";
import { accessPolicy, group, onVault, resource, vault, workflow } from "../../stacks/stack-builder";
import { azure, keyVaultDocs, logicAppsDocs, others } from "../addresses";
import type { CasesByKind } from "../reported-case";

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

/** Who reaches a vault, and who hears of a failure. */
export const operations = {
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
      stack: withVault({ networkAcls: { defaultAction: "Deny", ipRules: [{ value: "203.0.113.0/24" }] } }),
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
