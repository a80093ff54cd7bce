import { randomUUID } from "node:crypto";
import { secretOperations } from "../../azure";
import type { Arm, ArmResource } from "../../emulator/resource-manager";
import { asList, asObject } from "../../definition/json";
import type { LocalStack } from "../stack/local-stack";

/** Everything that grants a principal something on secrets: role assignments and access policies. */
export function findGrants(arm: Arm, principalId: string): readonly ArmResource[] {
  return arm
    .resources()
    .filter(({ type }) => /\/(roleAssignments|accessPolicies)$/i.test(type))
    .filter(({ body }) => JSON.stringify(body).includes(principalId));
}

/** Does something while grants are gone, and puts them back whatever happens. */
export async function withoutGrants<T>(arm: Arm, grants: readonly ArmResource[], work: () => Promise<T>): Promise<T> {
  for (const { id } of grants) arm.deleteResource(id);
  try {
    return await work();
  } finally {
    for (const grant of grants) await arm.put(grant);
  }
}

/** Waits as long as Azure may take until new grants hold: up to 10 minutes, by the documents of Azure RBAC. */
export function waitForGrants({ azure }: Pick<LocalStack, "azure">): Promise<void> {
  // https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
  return azure.clock.wait(10 * 60_000);
}

/**
 * Grants a principal to list the vault's secrets, in the vault's own model.
 *
 * @returns takes it back
 */
export async function grantList(stack: LocalStack, principalId: string): Promise<() => Promise<void>> {
  const { arm } = stack.azure;
  const [grant] = findGrants(arm, principalId);
  if (grant === undefined) throw new Error("The principal has no grant to start from.");
  if (stack.settings.authorizationModel === "accessPolicy") {
    await arm.put({ ...grant, body: withList(grant.body) });
    return () => arm.put(grant);
  }
  const vault = arm.resources().find(({ type, name }) => /\/vaults$/i.test(type) && name === stack.vaultName);
  const listRole = `${vault?.id ?? ""}/providers/Microsoft.Authorization/roleDefinitions/${randomUUID()}`;
  const dataActions = [secretOperations.GetSecrets.dataAction];
  arm.seedRoleDefinition(listRole, [{ dataActions, notDataActions: [] }]);
  const id = `${vault?.id ?? ""}/providers/Microsoft.Authorization/roleAssignments/${randomUUID()}`;
  const properties = { principalId, principalType: "ServicePrincipal", roleDefinitionId: listRole };
  await arm.put({ ...grant, id, name: id.split("/").at(-1) ?? "", body: { properties } });
  return () => {
    arm.deleteResource(id);
    arm.deleteResource(listRole);
    return Promise.resolve();
  };
}

function withList(body: ArmResource["body"]): ArmResource["body"] {
  const accessPolicies = asList(asObject(body.properties).accessPolicies).map((entry) => {
    const permissions = asObject(asObject(entry).permissions);
    return { ...asObject(entry), permissions: { ...permissions, secrets: [...asList(permissions.secrets), "list"] } };
  });
  return { ...body, properties: { accessPolicies } };
}
