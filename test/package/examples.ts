/** Creations and outputs of a program. */
interface Expected {
  /** Type and name of each resource of Azure. */
  readonly resources: readonly string[];
  readonly outputs: readonly string[];
}

const assignment = "azure-native:authorization:RoleAssignment";
const definition = "azure-native:authorization:RoleDefinition";
const workflow = "azure-native:logic:Workflow";

const connector = [
  `${assignment} set-secret-relay-set-webhook-signing-key`,
  `${definition} secrets-setSecret`,
  `${workflow} set-secret-relay`,
  "azure-native:web:Connection set-secret",
  "azure-native:web:CustomApi set-secret",
];

const refresh = [
  `${assignment} refresh-crm-token-get-crm-client-secret`,
  `${assignment} refresh-crm-token-set-crm-token`,
  `${definition} secrets-getSecret`,
  `${definition} secrets-setSecret`,
  `${workflow} refresh-crm-token`,
];

/** What each program of `examples/` deploys, by the name of its file. */
export const examples: Readonly<Record<string, Expected>> = {
  "set-secret-connector": { resources: connector, outputs: ["connectionId", "connectorId"] },
  "set-secret-action": { resources: [...connector, `${workflow} rotate-key`].sort(), outputs: ["workflowName"] },
  "token-refresh": {
    resources: [
      ...refresh,
      "azure-native:monitor:ActionGroup alerts",
      "azure-native:monitor:MetricAlert refresh-crm-token-failed",
      "azure-native:monitor:MetricAlert refresh-crm-token-silent",
    ].sort(),
    outputs: ["refreshWorkflow"],
  },
  "vault-access": {
    resources: [
      `${assignment} reports-get-crm-token`,
      `${definition} secrets-getSecret`,
      "azure-native:keyvault:Vault secrets",
      "azure-native:managedidentity:UserAssignedIdentity reports",
    ],
    outputs: ["vaultUri"],
  },
  "topic-consumer": {
    resources: [
      ...refresh,
      `${assignment} consume-accounts-get-crm-token`,
      `${assignment} consume-accounts-receive`,
      `${assignment} consume-accounts-renew-session`,
      `${definition} receive-00000000-rg-etl`,
      `${definition} renew-session`,
      `${workflow} consume-accounts`,
      "azure-native:servicebus:Subscription consume-accounts",
    ].sort(),
    outputs: ["consumerWorkflow"],
  },
};
