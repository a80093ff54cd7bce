import assert from "node:assert/strict";
import { it } from "mocha";
import { secured } from "../../../definition";
import { evaluatePolicies } from "../../../policy/evaluation/evaluate-policies";
import type { Stack, StackResource } from "../../../policy/model";

export const vaultUrl = "https://kv-tokens.vault.azure.net";
const subscription = "/subscriptions/11111111-2222-4333-8444-555555555555";
export const group = `${subscription}/resourceGroups/rg-tokens`;
export const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv-tokens`;
export const principalId = "aaaaaaaa-1111-4222-8333-444444444444";

/** A resource of a stack that was deployed. */
export function resource(
  type: string,
  name: string,
  properties: object,
  propertyDependencies: Readonly<Record<string, readonly string[]>> = {},
): StackResource {
  return {
    urn: `urn:pulumi:prod::tokens::${type}::${name}`,
    type,
    name,
    properties: properties as StackResource["properties"],
    propertyDependencies,
    ignoreChanges: [],
  };
}

export const managedIdentity = { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" };

/** An HTTP action, hidden in run history. */
export function http(method: string, uri: string, rest: object = {}, options: object = {}): object {
  return { type: "Http", inputs: { method, uri, ...rest }, runtimeConfiguration: secured, ...options };
}

/** An HTTP action on the vault, with the workflow's identity. */
export function onVault(method: string, path: string, rest: object = {}, options: object = {}): object {
  return http(method, `${vaultUrl}${path}?api-version=7.4`, { authentication: managedIdentity, ...rest }, options);
}

export const getSecret = onVault("GET", "/secrets/access-token");
const recurrence = { Recurrence: { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } } };
export const restricted = {
  contents: { allowedCallerIpAddresses: [{ addressRange: "198.51.100.0/24" }] },
  triggers: { allowedCallerIpAddresses: [{ addressRange: "203.0.113.0/27" }] },
};
export const request = { type: "Request", kind: "Http", inputs: {}, runtimeConfiguration: secured };

/** A workflow that reads a secret, with the actions given besides. */
export function workflow(actions: object, definition: object = {}, properties: object = {}): StackResource {
  return resource("azure-native:logic:Workflow", "refresh", {
    workflowName: "la-refresh",
    resourceGroupName: "rg-tokens",
    identity: { type: "SystemAssigned", principalId },
    accessControl: restricted,
    definition: { triggers: recurrence, actions: { Get_secret: getSecret, ...actions }, ...definition },
    ...properties,
  });
}

export function vault(model: "accessPolicy" | "rbac" = "accessPolicy"): StackResource {
  return resource("azure-native:keyvault:Vault", "vault", {
    vaultName: "kv-tokens",
    properties: {
      enableRbacAuthorization: model === "rbac",
      enablePurgeProtection: true,
      networkAcls: { defaultAction: "Deny" },
    },
  });
}

export function accessPolicy(...secrets: string[]): StackResource {
  return resource("azure-native:keyvault:AccessPolicy", "policy", {
    vaultName: "kv-tokens",
    policy: { objectId: principalId, permissions: { secrets } },
  });
}

export function assignment(roleDefinitionId: string, scope: string, type = "RoleAssignment"): StackResource {
  return resource(`azure-native:authorization:${type}`, "grant", { principalId, roleDefinitionId, scope });
}

export function customRole(permissions: object): StackResource {
  return resource("azure-native:authorization:RoleDefinition", "role", {
    roleDefinitionId: "bbbbbbbb-1111-4222-8333-444444444444",
    roleName: "custom",
    assignableScopes: [group],
    permissions: [permissions],
  });
}
export const customRoleId = "bbbbbbbb-1111-4222-8333-444444444444";

/** The workflow that reads a secret, and the grant that it needs. */
export function readingStack(actions: object, definition: object = {}, properties: object = {}): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow(actions, definition, properties)], marksSecrets: true };
}

/** Ids of the mandatory rules that find something in a stack, in order. */
export function mandatoryRules(stack: Stack): readonly string[] {
  const { findings } = evaluatePolicies(stack);
  return [...new Set(findings.filter(({ level }) => level === "mandatory").map(({ rule }) => rule))].sort();
}

/** A stack, and the mandatory rules that find something in it: exactly these; none for a good neighbour. */
export type StackCase = readonly [what: string, rules: readonly string[], stack: Stack];

export function testStacks(cases: readonly StackCase[]): void {
  for (const [what, rules, stack] of cases) {
    it(rules.length === 0 ? `keep silent: ${what}` : `${rules.join(", ")}: ${what}`, () => {
      assert.deepEqual(mandatoryRules(stack), [...rules].sort());
    });
  }
}
