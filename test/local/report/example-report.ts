import type { LocalRunReport, ReportedAction } from "../../../local/report";

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/salesforce-dev1a2b3c4d";

function action(
  name: string,
  offsetMilliseconds: number,
  durationMilliseconds: number,
  rest: Partial<ReportedAction> = {},
): ReportedAction {
  return {
    name,
    type: "Http",
    status: "Succeeded",
    code: "OK",
    offsetMilliseconds,
    durationMilliseconds,
    attempts: 1,
    secured: "inputs and outputs",
    ...rest,
  };
}

/** A run with one refresh that succeeded, one that failed, and all proofs held. */
export const exampleReport: LocalRunReport = {
  version: 1,
  project: "logicapp-keyvault-secrets",
  stack: "local",
  resources: [
    { type: "azure-native:resources:ResourceGroup", name: "salesforce", id: group },
    {
      type: "azure-native:keyvault:Vault",
      name: "salesforce-vault",
      id: `${group}/providers/Microsoft.KeyVault/vaults/salesforce5e6f7a8b`,
    },
    {
      type: "azure-native:logic:Workflow",
      name: "salesforce-refresh",
      id: `${group}/providers/Microsoft.Logic/workflows/salesforce-refresh`,
    },
    {
      type: "logicapp-keyvault-secrets:connector:SetSecretConnector",
      name: "set-secret",
      id: "",
    },
  ],
  droppedProperties: [{ resource: "salesforce-vault", property: "properties.createMode" }],
  notes: ["Version 500 of the secret salesforce-access-token will be reached on 2026-02-11."],
  runs: [
    {
      id: "08584056208854775807000000001CU01",
      workflow: "salesforce-refresh",
      trigger: "Recurrence",
      status: "Succeeded",
      startTime: "2026-01-01T01:30:00.000Z",
      billableActions: 7,
      actions: [
        action("Get_client_id", 0, 14),
        action("Get_client_secret", 2, 13),
        action("Request_token", 18, 61, {
          attempts: 2,
          retryHistory: [{ offsetMilliseconds: 18, durationMilliseconds: 20, code: "ServiceUnavailable" }],
        }),
        action("Check_answer", 80, 1, { type: "If", secured: "no" }),
        action("Set_secret", 82, 1210, { type: "ApiConnection" }),
        action("Report_failed_token_request", 1292, 0, { type: "Terminate", status: "Skipped", secured: "no" }),
      ],
    },
    {
      id: "08584056208854775807000000002CU02",
      workflow: "set-secret-relay",
      trigger: "manual",
      status: "Failed",
      code: "Forbidden",
      caller: { runId: "08584056208854775807000000001CU01", action: "Set_secret" },
      startTime: "2026-01-01T01:30:00.085Z",
      billableActions: 1,
      actions: [action("Set_secret", 0, 20, { status: "Failed", code: "Forbidden", secured: "inputs" })],
    },
  ],
  renewals: [],
  workflows: [
    {
      name: "salesforce-refresh",
      role: "refresh",
      principalId: "00000000-0000-0000-0000-00000000000a",
      definition: {
        triggers: { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } },
        actions: {
          Get_client_id: { type: "Http", runAfter: {} },
          Get_client_secret: { type: "Http", runAfter: {} },
          Request_token: {
            type: "Http",
            runAfter: { Get_client_id: ["Succeeded"], Get_client_secret: ["Succeeded"] },
          },
          Check_answer: {
            type: "If",
            runAfter: { Request_token: ["Succeeded"] },
            actions: { Set_secret: { type: "ApiConnection", runAfter: {} } },
          },
          Report_failed_token_request: { type: "Terminate", runAfter: { Request_token: ["Failed", "TimedOut"] } },
        },
      },
    },
    {
      name: "set-secret-relay",
      role: "relay",
      principalId: "00000000-0000-0000-0000-00000000000b",
      definition: {
        triggers: { manual: { type: "Request", kind: "Http" } },
        actions: { Set_secret: { type: "Http", runAfter: {} } },
      },
    },
  ],
  grants: [
    {
      workflow: "salesforce-refresh",
      principalId: "00000000-0000-0000-0000-00000000000a",
      by: "role assignment",
      place: { kind: "secret", name: "salesforce-client-secret" },
      permissions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"],
      neededBy: ["Get_client_secret"],
    },
    {
      workflow: "salesforce-refresh",
      principalId: "00000000-0000-0000-0000-00000000000a",
      by: "connection",
      place: { kind: "Logic App", name: "set-secret-relay" },
      permissions: ["Set secret: salesforce-access-token"],
      neededBy: ["Set_secret"],
    },
    {
      principalId: "00000000-0000-0000-0000-00000000000c",
      by: "role assignment",
      place: { kind: "Logic App", name: "salesforce-refresh" },
      permissions: ["Microsoft.Logic/workflows/triggers/run/action"],
      neededBy: [],
    },
  ],
  policy: {
    resources: 12,
    findings: [
      {
        rule: "vault-network",
        level: "advisory",
        resource: "secrets",
        message: "The vault is reachable from any address.",
      },
      { rule: "run-history-access", level: "advisory", resource: "relay", message: "Run history can be read." },
      { rule: "run-history-access", level: "advisory", resource: "refresh", message: "Run history can be read." },
    ],
    declaredReasons: [{ resource: "relay", reason: "The connector calls it." }],
  },
  consumers: [{ name: "accounts", sent: 1, completed: 1, waiting: 0, deadLettered: 0, records: 2 }],
  consumerCosts: [
    { name: "accounts", idle: 8, oneMessage: 22, furtherMessage: 14, endedSession: 21, intervalMinutes: 1 },
  ],
  costs: [{ secretName: "salesforce-token", billableActions: 9, intervalMinutes: 60 }],
  secrets: [
    {
      name: "salesforce-access-token",
      versions: [
        {
          id: "https://salesforce5e6f7a8b.vault.azure.net/secrets/salesforce-access-token/0a1b2c3d4e5f60718293a4b5c6d7e8f9",
          enabled: true,
          exp: "2026-01-01T03:30:00Z",
          tags: { instance_url: "https://contoso.my.salesforce.com" },
        },
        {
          id: "https://salesforce5e6f7a8b.vault.azure.net/secrets/salesforce-access-token/ffffffffffffffffffffffffffffffff",
          enabled: false,
          tags: {},
        },
      ],
    },
  ],
  proofs: [
    {
      id: "name-guard",
      claim: "The connection cannot write a name that is not allowed",
      expected: "403 Forbidden, and no version of other-secret",
      seen: "403 Forbidden, and no version of other-secret",
      held: true,
      control: {
        claim: "with the name allowed, it can",
        expected: "200, and one version",
        seen: "200, and one version",
        held: true,
      },
    },
    {
      id: "no-secrets",
      claim: "Nothing secret is in state, definitions, run history or output",
      expected: "none of 12 values in 9 places",
      seen: "none of 12 values in 9 places",
      held: true,
      control: { claim: "a planted one is found", expected: "found as base64", seen: "found as base64", held: true },
    },
  ],
  outputs: {
    vaultUri: "https://salesforce5e6f7a8b.vault.azure.net/",
    relayKey: "[secret]",
    allowedNames: ["salesforce-access-token"],
    relay: { name: "set-secret-relay" },
  },
  seconds: 2.31,
  peakMemoryMegabytes: 181.4,
  held: true,
};
