import type { StackEditor } from "./stack-editor";

/** Where the ids of Azure's own roles begin. */
export const roles = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/";

/** Adds to a list. */
export const push =
  (...more: readonly string[]) =>
  (list: readonly string[]): readonly string[] => [...list, ...more];

/** Assigns a role of Azure's to a workflow, at a scope that is known or the stack's vault. */
export const assign =
  (workflow: string, role: string, scope?: string) =>
  (stack: StackEditor): unknown =>
    stack.add(
      "azure-native:authorization:RoleAssignment",
      "another",
      { principalType: "ServicePrincipal", roleDefinitionId: `${roles}${role}`, scope: scope ?? Symbol("unknown") },
      { principalId: [`Workflow ${workflow}`], ...(scope === undefined ? { scope: ["Vault secrets"] } : {}) },
    );
