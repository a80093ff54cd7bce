import { permitsDataAction } from "../../azure";
import { asList, asObject, asString, type JsonObject } from "../../definition/json";
import type { Authorize, SecretAccess } from "../key-vault";
import type { AuthorizeMessages } from "../service-bus";
import { follow } from "../provenance";
import { assignedPermissions, type GrantServices } from "../resources/role-assignment/assigned-permissions";

/** Authorizes requests to a vault by what is deployed: role assignments, or the vault's access policies. */
export function createAuthorize(services: GrantServices): Authorize {
  return (access) => {
    const vault = services.store
      .all("Microsoft.KeyVault/vaults")
      .find(({ name }) => name.toLowerCase() === access.vaultName.toLowerCase());
    const properties = asObject(vault?.answer.properties);
    if (properties.enableRbacAuthorization === true) {
      return vault !== undefined && permitsByRole(services, vault.id, access) ? "allowed" : "ForbiddenByRbac";
    }
    return permitsByPolicy(properties, access) ? "allowed" : "ForbiddenByPolicy";
  };
}

/** Authorizes requests for messages by the deployed role assignments. */
export function createAuthorizeMessages(services: GrantServices): AuthorizeMessages {
  return ({ principalId, entityId, dataAction }) => {
    const isEnough = follow(services.readings, "subscriptionScope") === "enough";
    const scope = isEnough ? entityId : entityId.replace(/\/subscriptions\/[^/]+$/i, "");
    return permitsDataAction(assignedPermissions(services, principalId, scope), dataAction);
  };
}

function permitsByRole(services: GrantServices, vaultId: string, access: SecretAccess): boolean {
  const { principalId, secretName, dataAction } = access;
  const scope = secretName === undefined ? vaultId : `${vaultId}/secrets/${secretName}`;
  return permitsDataAction(assignedPermissions(services, principalId, scope), dataAction);
}

function permitsByPolicy(vault: JsonObject, { principalId, permission }: SecretAccess): boolean {
  return asList(vault.accessPolicies)
    .map(asObject)
    .filter(({ objectId }) => asString(objectId).toLowerCase() === principalId.toLowerCase())
    .flatMap(({ permissions }) => asList(asObject(permissions).secrets).map((held) => asString(held).toLowerCase()))
    .some((held) => held === permission || held === "all");
}
