import { describe } from "mocha";
import type { Stack, StackResource } from "../../../policy/model";
import {
  accessPolicy,
  assignment,
  group,
  http,
  managedIdentity,
  principalId,
  resource,
  testStacks,
  vault,
  vaultId,
  vaultUrl,
  workflow,
} from "./stack-builder";

const owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";

/** The reading workflow, granted by access policy, with more grants. */
function granted(...grants: StackResource[]): Stack {
  return { resources: [vault(), accessPolicy("get"), workflow({}), ...grants] };
}

/** A workflow with a user-assigned identity that is recognised by its id alone. */
function userAssigned(...grants: StackResource[]): Stack {
  const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`;
  const get = http("GET", `${vaultUrl}/secrets/access-token`, { authentication: { ...managedIdentity, identity: id } });
  return {
    resources: [
      vault(),
      resource("azure-native:managedidentity:UserAssignedIdentity", "identity", { resourceName: "id", principalId }),
      workflow({ Get_secret: get }, {}, { identity: { type: "UserAssigned", userAssignedIdentities: [id] } }),
      accessPolicy("get"),
      ...grants,
    ],
  };
}

describe("Workloads with identities of their own", () => {
  testStacks([
    ["recognised by a literal id", [], userAssigned()],
    ["recognised by a literal id, as Owner", ["privileged-roles"], userAssigned(assignment(owner, vaultId))],
  ]);
});
/** Owner for a Microsoft Entra group that the workflow is a member of. */
function grantedToGroup(...members: StackResource[]): Stack {
  const assignedOwner = resource("azure-native:authorization:RoleAssignment", "owner", {
    principalId: "eeeeeeee-1111-4222-8333-444444444444",
    roleDefinitionId: owner,
    scope: vaultId,
  });
  return granted(assignedOwner, ...members);
}
const group1 = resource("azuread:index:Group", "g", { objectId: "eeeeeeee-1111-4222-8333-444444444444" });

describe("Workloads in groups", () => {
  testStacks([
    [
      "by a membership",
      ["privileged-roles"],
      grantedToGroup(
        group1,
        resource("azuread:index:GroupMember", "m", { memberObjectId: principalId }, { groupObjectId: [group1.urn] }),
      ),
    ],
    [
      "by a membership of a group of another stack",
      ["privileged-roles"],
      grantedToGroup(
        resource("azuread:index:GroupMember", "m", {
          memberObjectId: principalId,
          groupObjectId: "eeeeeeee-1111-4222-8333-444444444444",
        }),
      ),
    ],
    [
      "by the group's own list",
      ["privileged-roles"],
      grantedToGroup({ ...group1, properties: { ...group1.properties, members: [principalId] } }),
    ],
    ["of which the workflow is no member", [], grantedToGroup(group1)],
  ]);
});
