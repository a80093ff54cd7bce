/** A way to deploy the program. */
export interface Combination {
  readonly authorizationModel: "rbac" | "accessPolicy";
  readonly identity: "system" | "user";
  readonly writePath: "connector" | "http";
}

type Grants = Readonly<
  Record<Combination["authorizationModel"], Readonly<Record<Combination["writePath"], readonly string[]>>>
>;

/** What lets the workflows of one token, crm-token, do what they do. */
const grants: Grants = {
  rbac: {
    connector: [
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret",
      "authorization:RoleAssignment set-secret-relay-set-crm-token",
      "authorization:RoleDefinition secrets-getSecret",
      "authorization:RoleDefinition secrets-setSecret",
    ],
    http: [
      "authorization:RoleAssignment refresh-crm-token-get-crm-client-secret",
      "authorization:RoleAssignment refresh-crm-token-set-crm-token",
      "authorization:RoleDefinition secrets-getSecret",
      "authorization:RoleDefinition secrets-setSecret",
    ],
  },
  accessPolicy: {
    connector: ["keyvault:AccessPolicy refresh-crm-token", "keyvault:AccessPolicy set-secret-relay"],
    http: ["keyvault:AccessPolicy refresh-crm-token"],
  },
};

/** Every resource of Azure that a stack with the one token crm-token has, sorted. */
export function expectedResources({ authorizationModel, identity, writePath }: Combination): readonly string[] {
  const workflows = ["refresh-crm-token", ...(writePath === "connector" ? ["set-secret-relay"] : [])];
  const own = [
    "resources:ResourceGroup keyvault-secrets",
    "keyvault:Vault secrets",
    ...workflows.map((name) => `logic:Workflow ${name}`),
    "monitor:MetricAlert refresh-crm-token-failed",
    "monitor:MetricAlert refresh-crm-token-silent",
    ...(identity === "user" ? workflows.map((name) => `managedidentity:UserAssignedIdentity ${name}`) : []),
    ...(writePath === "connector" ? ["web:Connection set-secret", "web:CustomApi set-secret"] : []),
    ...grants[authorizationModel][writePath],
  ];
  return own.map((resource) => `azure-native:${resource}`).sort();
}

/** Every resource of Azure that a consumer named accounts adds to it, sorted. */
export function consumerResources({ authorizationModel, identity }: Omit<Combination, "writePath">): readonly string[] {
  return [
    authorizationModel === "rbac"
      ? "authorization:RoleAssignment consume-accounts-get-crm-token"
      : "keyvault:AccessPolicy consume-accounts",
    "authorization:RoleAssignment consume-accounts-receive",
    "authorization:RoleAssignment consume-accounts-renew-session",
    "authorization:RoleDefinition receive-00000000-rg-etl",
    "authorization:RoleDefinition renew-session",
    "logic:Workflow consume-accounts",
    ...(identity === "user" ? ["managedidentity:UserAssignedIdentity consume-accounts"] : []),
    ...["dead-letters", "failed", "silent", "waiting"].map((kind) => `monitor:MetricAlert consume-accounts-${kind}`),
    "servicebus:Subscription consume-accounts",
  ]
    .map((resource) => `azure-native:${resource}`)
    .sort();
}

/** The same step for each resource. */
export function each(op: string, resources: readonly string[]): readonly string[] {
  return resources.map((resource) => `${op} ${resource}`);
}
