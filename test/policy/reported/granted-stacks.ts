import type { Stack, StackResource } from "../../../policy/model";
import { accessPolicy, assignment, customRole, customRoleId, group, vault, workflow } from "../stacks/stack-builder";
import type { Address, ReportedCase } from "./reported-case";

/** Id of a storage account. */
export const storage = `${group}/providers/Microsoft.Storage/storageAccounts/st`;

/** Data action that reads the value of a secret. */
export const getSecretAction = "Microsoft.KeyVault/vaults/secrets/getSecret/action";

/** GUIDs of built-in roles. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
export const builtIn = {
  owner: "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
  contributor: "b24988ac-6180-42a0-ab88-20f7382dd24c",
  userAccessAdministrator: "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
  roleBasedAccessControlAdministrator: "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
  keyVaultContributor: "f25e0fa2-a7c8-4377-a976-54943a77a395",
  keyVaultReader: "21090545-7ca7-4776-b22c-e363652d74d2",
  logicAppContributor: "87a39d53-fc1b-424a-814c-f7e04687dc9e",
  logicAppOperator: "515c2055-d9d4-4321-b1b9-bd0c9a0f79fe",
  automationContributor: "f353d9bd-d4a6-484e-a77a-8050b599b867",
  automationJobOperator: "4fe576fe-1146-4730-92eb-48519fa6bf9f",
  blobContributor: "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
  blobReader: "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
} as const;

/** The reading workflow, granted by access policy, with more grants. */
export function granted(...grants: StackResource[]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow({}), ...grants] };
}

/** One more grant to the reading workflow. */
export function role(
  id: string,
  what: string,
  source: Address,
  name: keyof typeof builtIn,
  scope: string,
  rules: readonly string[],
  type?: string,
): ReportedCase {
  return { id, what, source, rules, stack: granted(assignment(builtIn[name], scope, type)) };
}

/** A vault that decides by roles, a custom role for the data actions of the workflow, and its scope. */
export function byRole(dataActions: readonly string[], scope: string, ...more: StackResource[]): Stack {
  return {
    resources: [vault("rbac"), workflow({}), customRole({ dataActions }), assignment(customRoleId, scope), ...more],
  };
}

/** A stack whose workflow reads its secret, with these permissions. */
export const reading = (...secrets: string[]): Stack => ({
  resources: [vault(), accessPolicy(...secrets), workflow({})],
});
