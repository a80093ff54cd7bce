import type { StackResource } from "../stack";
import type { PrincipalKey, Principals } from "./principals";

/**
 * Finds the members of the stack's Microsoft Entra groups: a grant to a group is a grant to each of its members.
 *
 * https://www.pulumi.com/registry/packages/azuread/api-docs/groupmember/
 */
export function groupMembers(
  resources: readonly StackResource[],
  principals: Principals,
): ReadonlyMap<PrincipalKey, readonly PrincipalKey[]> {
  const members = new Map<PrincipalKey, PrincipalKey[]>();
  const add = (group: PrincipalKey, member: PrincipalKey): void => {
    if (group !== "unknown" && member !== "unknown") members.set(group, [...(members.get(group) ?? []), member]);
  };
  for (const { urn, type, properties, propertyDependencies } of resources) {
    if (/^azuread:index:GroupMember$/i.test(type)) {
      const group = principals.of(properties.groupObjectId, propertyDependencies.groupObjectId ?? []);
      add(group, principals.of(properties.memberObjectId, propertyDependencies.memberObjectId ?? []));
    } else if (/^azuread:index:Group$/i.test(type)) {
      const listed = Array.isArray(properties.members) ? (properties.members as unknown[]) : [];
      const group = principals.of(undefined, [urn]);
      for (const member of listed) add(group, principals.of(member, []));
      for (const made of propertyDependencies.members ?? []) add(group, principals.of(undefined, [made]));
    }
  }
  return members;
}
