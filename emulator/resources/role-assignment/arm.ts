import { asObject, asString, type JsonObject } from "../../../definition/json";
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

/** A secret's id counts as there where its vault is: Azure keeps no ARM resource for a secret made by the data plane. */
function rejectUnknownScope(scope: string, { store }: ArmServices): void {
  const vaultId = /^(.*\/providers\/Microsoft\.KeyVault\/vaults\/[^/]+)\/secrets\/[^/]+$/i.exec(scope)?.[1];
  const target = vaultId ?? scope;
  const isSubscription = /^\/subscriptions\/[^/]+$/i.test(target);
  if (isSubscription || store.get(target) !== undefined) return;
  const name = parseResourceId(target)?.name ?? target;
  throw new ArmError(behaviours.scopeNotFound, `The scope '${name}' of the role assignment was not found: '${scope}'.`);
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
