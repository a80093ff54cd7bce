import { roleGuid } from "../../azure";
import { asObject } from "../../definition";
import type { PrincipalKey, Principals } from "./principals";
import { resolveRole, type RoleOfGrant } from "./roles";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";
import type { Scope, ScopeKeys } from "./scopes";
import { readScope } from "./scopes";
import type { VaultKey, VaultKeys } from "./vaults";

/** A grant that somebody holds. */
export interface Grant {
  /** Of the resource that grants. */
  readonly urn: string;
  readonly principal: PrincipalKey;
  /** Properties of the resource that say who is granted, and what. */
  readonly paths: GrantPaths;
  readonly scope: Scope;
  readonly gives:
    | {
        readonly kind: "accessPolicy";
        /** By kind of object, `secrets` among them; in lower case, as far as they are known. */
        readonly permissions: Readonly<Record<string, readonly string[]>>;
        /** True if some of them are known only after deployment. */
        readonly mayBeMore?: true;
      }
    | {
        readonly kind: "role";
        readonly role: RoleOfGrant;
        /** GUID of the role, where it is known. */
        readonly roleId?: string;
      };
}

/** Paths of the properties that say who is granted, and what. */
interface GrantPaths {
  readonly principal: string;
  readonly rights: string;
}

/** Entries of access policies, inline in a vault or resources of their own. */
export function readAccessPolicies(
  resource: StackResource,
  principals: Principals,
  vaults: VaultKeys,
): readonly Grant[] {
  if (resource.type === "azure-native:keyvault:AccessPolicy") {
    const vault = vaults.ofResource(resource);
    return [readEntry(resource, { entry: resource.properties.policy, path: "policy" }, vault, principals)];
  }
  const { accessPolicies } = asObject(resource.properties.properties);
  const entries = Array.isArray(accessPolicies) ? (accessPolicies as unknown[]) : [];
  return entries.map((entry, index) =>
    readEntry(resource, { entry, path: `properties.accessPolicies[${index}]` }, `urn:${resource.urn}`, principals),
  );
}

function readEntry(
  resource: StackResource,
  { entry, path }: { readonly entry: unknown; readonly path: string },
  vault: VaultKey,
  principals: Principals,
): Grant {
  const { objectId, permissions } = asObject(entry);
  const held = Object.entries(asObject(permissions)).map(([kind, list]): [string, string[]] => [
    kind.toLowerCase(),
    (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each) =>
      typeof each === "string" ? [each.toLowerCase()] : [],
    ),
  ]);
  const isPartlyUnknown =
    isUnknown(entry) ||
    isUnknown(permissions) ||
    Object.values(asObject(permissions)).some(
      (list) => isUnknown(list) || (Array.isArray(list) && list.some(isUnknown)),
    );
  return {
    urn: resource.urn,
    principal: principals.of(objectId, resource.propertyDependencies[path.split(".")[0] ?? ""] ?? []),
    paths: { principal: `${path}.objectId`, rights: `${path}.permissions` },
    scope: { kind: "vault", vault },
    gives: {
      kind: "accessPolicy",
      permissions: Object.fromEntries(held),
      ...(isPartlyUnknown ? { mayBeMore: true } : {}),
    },
  };
}

const assignmentPaths: GrantPaths = { principal: "principalId", rights: "roleDefinitionId" };

/** @param roles custom roles of the stack, by URN and by id */
export function readRoleAssignment(
  resource: StackResource,
  principals: Principals,
  keys: ScopeKeys,
  roles: ReadonlyMap<string, RoleOfGrant>,
): Grant {
  const { properties, propertyDependencies } = resource;
  const { roleDefinitionId } = properties;
  const { principalId: principalFrom = [], scope: scopeFrom = [] } = propertyDependencies;
  return {
    urn: resource.urn,
    principal: principals.of(properties.principalId, principalFrom),
    paths: assignmentPaths,
    scope: readScope(
      properties.scope,
      // Some forms tell only what the whole resource is made from, its principal among it.
      scopeFrom.filter((urn) => !principalFrom.includes(urn) || !principals.has(urn)),
      keys,
    ),
    gives: {
      kind: "role",
      role: resolveRole(roleDefinitionId, propertyDependencies.roleDefinitionId ?? [], roles),
      ...(typeof roleDefinitionId === "string" ? { roleId: roleGuid(roleDefinitionId) } : {}),
    },
  };
}
