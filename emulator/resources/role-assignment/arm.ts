import { asObject, asString, type JsonObject } from "../../../definition/json";
import { follow } from "../../provenance";
import { ArmError } from "../errors";
import { parseResourceId } from "../../../azure";
import type { PutRequest, ResourceProvider, ArmServices } from "../resource-provider";
import { findRole, isGuid } from "../role-definition/arm";
import { behaviours } from "./behaviours";

const type = "Microsoft.Authorization/roleAssignments";

/** Microsoft.Authorization/roleAssignments, at any scope: a resource group, a vault, one secret of a vault. */
export function roleAssignments(services: ArmServices): ResourceProvider {
  return {
    type,
    located: false,
    put: (request) => {
      const given = asObject(request.body.properties);
      rejectUnknownScope(request.target.scope, services);
      rejectUnknownPrincipal(given, services);
      rejectUnknownRole(request, given, services);
      rejectDuplicate(request, given, services);
      if (given.condition !== undefined) {
        throw new ArmError(
          behaviours.conditionNotServed,
          "The emulator does not evaluate conditions of role assignments.",
        );
      }
      const createdOn = asObject(request.existing?.answer.properties).createdOn ?? services.clock.now().toISOString();
      return { properties: { ...given, scope: request.target.scope, createdOn } };
    },
  };
}

/** A secret that was made by the data plane has no resource, so its ID counts as one of a vault's that exists. */
function rejectUnknownScope(scope: string, services: ArmServices): void {
  const { store } = services;
  const [, vaultId, secretName = ""] =
    /^(.*\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)\/secrets\/([^/]+)$/i.exec(scope) ?? [];
  const target = vaultId ?? scope;
  const isSubscription = /^\/subscriptions\/[^/]+$/i.test(target);
  const vault = store.get(target);
  const isThere = vaultId === undefined || vault === undefined || acceptsSecret(vault.name, secretName, services);
  if (isSubscription || (vault !== undefined && isThere)) return;
  const name = vault === undefined ? (parseResourceId(target)?.name ?? target) : secretName;
  throw new ArmError(behaviours.scopeNotFound, `The scope '${name}' of the role assignment was not found: '${scope}'.`);
}

function acceptsSecret(vaultName: string, secretName: string, { keyVault, readings }: ArmServices): boolean {
  if (follow(readings, "missingSecretScope") === "accepted") return true;
  return keyVault.versions(vaultName, secretName).length > 0;
}

function rejectUnknownPrincipal(given: JsonObject, { principals, tenantId }: ArmServices): void {
  const principalId = asString(given.principalId);
  const principalType = asString(given.principalType);
  const notFound = `Principal ${principalId.replaceAll("-", "")} does not exist in the directory ${tenantId}.`;
  const type = principals.typeOf(principalId);
  if (type === undefined) throw new ArmError(behaviours.principalNotFound, notFound);
  if (principalType === "") {
    const fix = 'Check that you have the correct principal ID. For a new principal set "principalType".';
    throw new ArmError(behaviours.principalNotReplicated, `${notFound} ${fix}`);
  }
  if (principalType === type) return;
  const message = `The PrincipalId '${principalId}' has type '${type}', which is different from specified PrincipalType '${principalType}'.`;
  throw new ArmError(behaviours.otherPrincipalType, message);
}

function rejectUnknownRole({ target }: PutRequest, given: JsonObject, { store }: ArmServices): void {
  const roleDefinitionId = asString(given.roleDefinitionId);
  if (!isGuid(target.name)) {
    throw new ArmError(behaviours.invalidName, `The role assignment name '${target.name}' is not a GUID.`);
  }
  const role = findRole(store, roleDefinitionId);
  if (role === undefined) {
    const message = `The specified role definition with ID '${roleDefinitionId}' does not exist.`;
    throw new ArmError(behaviours.roleNotFound, message);
  }
  if (role.isAssignableAt(target.scope)) return;
  const message = `The role '${roleDefinitionId}' is not assignable at '${target.scope}'.`;
  throw new ArmError(behaviours.notAssignableScope, message);
}

function rejectDuplicate({ target, existing }: PutRequest, given: JsonObject, { store }: ArmServices): void {
  const before = asObject(existing?.answer.properties);
  if (existing !== undefined && asString(before.principalId) !== asString(given.principalId)) {
    const message = "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.";
    throw new ArmError(behaviours.updated, message);
  }
  const same = (a: unknown, b: unknown): boolean => asString(a).toLowerCase() === asString(b).toLowerCase();
  const twin = store.all(type).find(({ id, answer }) => {
    const other = asObject(answer.properties);
    return (
      !same(id, target.id) &&
      same(other.scope, target.scope) &&
      same(other.principalId, given.principalId) &&
      same(other.roleDefinitionId, given.roleDefinitionId)
    );
  });
  if (twin === undefined) return;
  const message = `The role assignment already exists. The ID of the existing role assignment is ${twin.name}.`;
  throw new ArmError(behaviours.exists, message);
}
