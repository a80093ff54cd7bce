import { matchesAction } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { Authorize, SecretAccess } from "../key-vault";
import { covers } from "../../azure/resource-id";
import type { ResourceStore } from "../resources/resource-store";
import { findRole } from "../resources/role-definition/arm";

/** Decides on a vault's secrets from what was deployed: role assignments, or the vault's access policies. */
export function createAuthorize(store: ResourceStore): Authorize {
  return (access) => {
    const vault = store
      .all("Microsoft.KeyVault/vaults")
      .find(({ name }) => name.toLowerCase() === access.vaultName.toLowerCase());
    const properties = asObject(vault?.answer.properties);
    if (properties.enableRbacAuthorization === true) {
      return vault !== undefined && byRole(store, vault.id, access) ? "allowed" : "ForbiddenByRbac";
    }
    return byPolicy(properties, access) ? "allowed" : "ForbiddenByPolicy";
  };
}

function byRole(store: ResourceStore, vaultId: string, access: SecretAccess): boolean {
  const target = access.secretName === undefined ? vaultId : `${vaultId}/secrets/${access.secretName}`;
  return store
    .all("Microsoft.Authorization/roleAssignments")
    .map(({ answer }) => asObject(answer.properties))
    .filter(({ principalId }) => asString(principalId).toLowerCase() === access.principalId.toLowerCase())
    .filter(({ scope }) => covers(asString(scope), target))
    .flatMap(({ roleDefinitionId }) => findRole(store, asString(roleDefinitionId))?.permissions ?? [])
    .some(
      ({ dataActions, notDataActions }) =>
        dataActions.some((pattern) => matchesAction(pattern, access.dataAction)) &&
        !notDataActions.some((pattern) => matchesAction(pattern, access.dataAction)),
    );
}

function byPolicy(vault: JsonObject, { principalId, permission }: SecretAccess): boolean {
  return asList(vault.accessPolicies)
    .map(asObject)
    .filter(({ objectId }) => asString(objectId).toLowerCase() === principalId.toLowerCase())
    .flatMap(({ permissions }) => asList(asObject(permissions).secrets).map((held) => asString(held).toLowerCase()))
    .some((held) => held === permission || held === "all");
}
