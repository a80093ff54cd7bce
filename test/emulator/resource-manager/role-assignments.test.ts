import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { createAuthorize } from "../../../emulator/resource-manager/authorize";
import type { SecretAccess } from "../../../emulator/key-vault";
import { refusal } from "./refusal";
import { groupId, inMemory, subscriptionId, tenantId, vaultId } from "./resource-manager-in-memory";

const guid = (digit: number) => `${String(digit).repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;
const roles = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
const secretsUser = `${roles}/4633458b-17de-408a-b874-0445c86b69e6`;
const dataActions = "Microsoft.KeyVault/vaults/secrets";

async function withPrincipal(vault: object = {}) {
  const arm = inMemory();
  await arm.putGroup();
  await arm.putVault(vault);
  const { identity } = await arm.putWorkflow();
  const { principalId } = identity;
  const assign = (name: string, scope: string, roleDefinitionId: string, more: object = {}) =>
    arm.send("PUT", `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`, "2022-04-01", {
      properties: { principalId, principalType: "ServicePrincipal", roleDefinitionId, ...more },
    });
  const define = (name: string, roleName: string, permission: object) =>
    arm.send("PUT", `${groupId}/providers/Microsoft.Authorization/roleDefinitions/${name}`, "2022-05-01-preview", {
      properties: { roleName, assignableScopes: [groupId], permissions: [permission] },
    });
  const authorize = createAuthorize(arm.manager.services);
  const may = (permission: SecretAccess["permission"], action: string, secretName?: string) =>
    authorize({
      principalId,
      vaultName: "KV-test",
      permission,
      dataAction: `${dataActions}/${action}`,
      ...(secretName === undefined ? {} : { secretName }),
    });
  return { ...arm, assign, define, may, principalId };
}

describe("Role assignments", () => {
  it("allow what a custom role's data actions allow, and nothing else", async () => {
    const { assign, define, may } = await withPrincipal();
    await define(guid(1), "Setter", { dataActions: [`${dataActions}/setSecret/action`] });
    assert.equal(may("set", "setSecret/action", "token"), "ForbiddenByRbac");
    await assign(guid(2), vaultId, `${roles}/${guid(1)}`);
    assert.equal(may("set", "setSecret/action", "token"), "allowed");
    assert.equal(may("get", "getSecret/action", "token"), "ForbiddenByRbac");
  });

  it("at one secret's scope say nothing about another secret or the vault", async () => {
    const { assign, may } = await withPrincipal();
    await assign(guid(2), `${vaultId}/secrets/Token`, secretsUser);
    assert.equal(may("get", "getSecret/action", "token"), "allowed");
    assert.equal(may("get", "getSecret/action", "token2"), "ForbiddenByRbac");
    assert.equal(may("list", "readMetadata/action"), "ForbiddenByRbac");
  });

  it("reach from the resource group down", async () => {
    const { assign, may } = await withPrincipal();
    await assign(guid(2), groupId, secretsUser);
    assert.equal(may("get", "getSecret/action", "token"), "allowed");
  });

  it("honour wildcards and notDataActions", async () => {
    const { assign, define, may } = await withPrincipal();
    await define(guid(1), "Most", { dataActions: [`${dataActions}/*`], notDataActions: [`${dataActions}/DELETE`] });
    await assign(guid(2), vaultId, `${roles}/${guid(1)}`);
    assert.equal(may("purge", "purge/action", "token"), "allowed");
    assert.equal(may("delete", "delete", "token"), "ForbiddenByRbac");
  });

  it("count for nothing in a vault with access policies", async () => {
    const { assign, may } = await withPrincipal({ enableRbacAuthorization: false });
    await assign(guid(2), vaultId, secretsUser);
    assert.equal(may("get", "getSecret/action", "token"), "ForbiddenByPolicy");
  });

  it("refuse a principal that the directory does not know, or whose type is not said or not that", async () => {
    const { assign } = await withPrincipal();
    await refusal(assign(guid(2), vaultId, secretsUser, { principalId: guid(9) }), 400, "PrincipalNotFound");
    await refusal(assign(guid(2), vaultId, secretsUser, { principalType: undefined }), 400, "PrincipalNotFound");
    await refusal(assign(guid(2), vaultId, secretsUser, { principalType: "User" }), 400, "UnmatchedPrincipalType");
  });

  it("refuse an unknown role, a role that is not assignable there, and an unknown scope", async () => {
    const { assign, define } = await withPrincipal();
    await refusal(assign(guid(2), vaultId, `${roles}/${guid(8)}`), 400, "RoleDefinitionDoesNotExist");
    await define(guid(1), "Setter", { dataActions: [] });
    const code = "RoleAssignmentScopeNotAssignableToRoleDefinition";
    await refusal(assign(guid(2), `/subscriptions/${subscriptionId}`, `${roles}/${guid(1)}`), 400, code);
    await refusal(assign(guid(2), vaultId.replace("kv-test", "kv-gone"), secretsUser), 404, "ResourceNotFound");
  });

  it("refuse a name that is no GUID, and a condition, which the emulator does not evaluate", async () => {
    const { assign } = await withPrincipal();
    await refusal(assign("mine", vaultId, secretsUser), 400, "InvalidRoleAssignmentId");
    await refusal(assign(guid(2), vaultId, secretsUser, { condition: "true" }), 501, "ConditionNotServed");
  });

  it("are listed by their principal only", async () => {
    const { manager } = await withPrincipal();
    const path = `${vaultId}/providers/Microsoft.Authorization/roleAssignments`;
    const query = new URLSearchParams({ $filter: "atScope()" });
    const request = { method: "GET", path, apiVersion: "2022-04-01", query };
    await refusal(manager.handle(request), 501, "FilterNotServed");
  });

  it("exist once for a scope, a role and a principal, and keep their principal", async () => {
    const { assign, principals } = await withPrincipal();
    await assign(guid(2), vaultId, secretsUser);
    await refusal(assign(guid(3), vaultId, secretsUser), 409, "RoleAssignmentExists");
    principals.add(guid(7));
    const change = assign(guid(2), vaultId, secretsUser, { principalId: guid(7) });
    await refusal(change, 400, "RoleAssignmentUpdateNotPermitted");
  });

  it("go with their vault", async () => {
    const { assign, send, store } = await withPrincipal();
    await assign(guid(2), `${vaultId}/secrets/token`, secretsUser);
    await send("DELETE", vaultId, "2024-11-01");
    assert.deepEqual(store.all("Microsoft.Authorization/roleAssignments"), []);
  });
});

describe("Role definitions", () => {
  it("refuse a name that is no GUID, no role name, no assignable scope, and a change of a built-in role", async () => {
    const { define, send } = await withPrincipal();
    await refusal(define("mine", "Setter", {}), 400, "InvalidRoleDefinitionId");
    await refusal(define(guid(1), "", {}), 400, "RoleDefinitionNameNullOrEmpty");
    await refusal(define("4633458b-17de-408a-b874-0445c86b69e6", "Mine", {}), 403, "RoleDefinitionUpdateNotPermitted");
    const path = `${groupId}/providers/Microsoft.Authorization/roleDefinitions/${guid(1)}`;
    const properties = { roleName: "Setter", assignableScopes: [], permissions: [] };
    await refusal(send("PUT", path, "2022-05-01-preview", { properties }), 400, "MissingAssignableScopes");
  });

  it("have a name that is unique, whatever its case", async () => {
    const { define } = await withPrincipal();
    await define(guid(1), "Setter", {});
    await define(guid(1), "Setter", {});
    await refusal(define(guid(2), "SETTER", {}), 409, "RoleDefinitionWithSameNameExists");
  });
});

describe("Access policies", () => {
  it("allow a principal the permissions that they name, in any case, or all", async () => {
    const { may, principalId, send } = await withPrincipal({ enableRbacAuthorization: false });
    const grant = (...secrets: string[]) =>
      send("PUT", `${vaultId}/accessPolicies/replace`, "2024-11-01", {
        properties: { accessPolicies: [{ objectId: principalId.toUpperCase(), tenantId, permissions: { secrets } }] },
      });
    await grant("Set");
    assert.equal(may("set", "setSecret/action", "token"), "allowed");
    assert.equal(may("get", "getSecret/action", "token"), "ForbiddenByPolicy");
    await grant("all");
    assert.equal(may("get", "getSecret/action", "token"), "allowed");
  });

  it("count for nothing in a vault with RBAC", async () => {
    const { may, principalId, send } = await withPrincipal();
    await send("PUT", `${vaultId}/accessPolicies/replace`, "2024-11-01", {
      properties: { accessPolicies: [{ objectId: principalId, tenantId, permissions: { secrets: ["all"] } }] },
    });
    assert.equal(may("get", "getSecret/action", "token"), "ForbiddenByRbac");
  });
});
