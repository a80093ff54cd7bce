import { roleGuid } from "../../azure";
import { asObject } from "../../definition";
import type { PrincipalKey, Principals } from "./principals";
import { resolveRole, type RoleOfGrant } from "./roles";
import type { StackResource } from "../stack";
import { isUnknown } from "../stack";
import type { VaultKey, VaultKeys } from "./vaults";

/** Scope of a grant. */
export type Scope =
  | {
      readonly kind: "vault";
      readonly vault: VaultKey;
      /** True if only the deployment tells whether it is the vault or one of its secrets. */
      readonly mayBeSecret?: true;
    }
  | { readonly kind: "secret"; readonly vault: VaultKey; /** In lower case. */ readonly secretName: string }
  /** A resource group, a subscription or a management group. */
  | { readonly kind: "wider" }
  /** A resource of another type; its provider in lower case, such as `microsoft.storage`. */
  | { readonly kind: "other"; readonly provider: string }
  | { readonly kind: "unknown" };

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
  vaults: VaultKeys,
  roles: ReadonlyMap<string, RoleOfGrant>,
): Grant {
  const { properties, propertyDependencies } = resource;
  const { roleDefinitionId } = properties;
  return {
    urn: resource.urn,
    principal: principals.of(properties.principalId, propertyDependencies.principalId ?? []),
    paths: assignmentPaths,
    scope: readScope(properties.scope, propertyDependencies.scope ?? [], vaults),
    gives: {
      kind: "role",
      role: resolveRole(roleDefinitionId, propertyDependencies.roleDefinitionId ?? [], roles),
      ...(typeof roleDefinitionId === "string" ? { roleId: roleGuid(roleDefinitionId) } : {}),
    },
  };
}

function readScope(scope: unknown, madeFrom: readonly string[], vaults: VaultKeys): Scope {
  if (typeof scope !== "string") {
    const vault = vaults.of(undefined, madeFrom);
    return vault === "unknown" ? { kind: "unknown" } : { kind: "vault", vault, mayBeSecret: true };
  }
  // Azure ignores a slash at the end.
  const id = scope.replace(/\/+$/, "");
  const [, name, secretName] =
    /\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+)(?:\/secrets\/([^/]+))?$/i.exec(id) ?? [];
  if (name === undefined) {
    const provider = /\/providers\/(?!Microsoft\.Management\/)([^/]+)\//i.exec(id)?.[1];
    return provider === undefined ? { kind: "wider" } : { kind: "other", provider: provider.toLowerCase() };
  }
  const vault = vaults.of(name, madeFrom);
  return secretName === undefined
    ? { kind: "vault", vault }
    : { kind: "secret", vault, secretName: secretName.toLowerCase() };
}
