import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createAuthorize } from "../../../emulator/resource-manager/authorize";
import { refusal } from "./refusal";
import { inMemory, subscriptionId, tenantId, vaultId, workflowId } from "./resource-manager-in-memory";

const roles = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions`;
const secretsUser = `${roles}/4633458b-17de-408a-b874-0445c86b69e6`;
const assignment = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

/** A vault and a workflow whose identity gets a role at a scope. */
async function withRole(scope: string, readings: Parameters<typeof inMemory>[0]) {
  const arm = inMemory(readings);
  await arm.putGroup();
  await arm.putVault();
  const { identity } = await arm.putWorkflow();
  const { principalId } = identity;
  const path = `${scope}/providers/Microsoft.Authorization/roleAssignments/${assignment}`;
  const assign = () =>
    arm.send("PUT", path, "2022-04-01", {
      properties: { principalId, principalType: "ServicePrincipal", roleDefinitionId: secretsUser },
    });
  return { ...arm, assign, principalId };
}

describe("The readings of a role assignment", () => {
  it("let it take effect at once, or ten minutes later", async () => {
    for (const [grantEffect, expected] of [
      ["atOnce", ["allowed", "allowed", "allowed"]],
      ["afterMinutes", ["ForbiddenByRbac", "ForbiddenByRbac", "allowed"]],
    ] as const) {
      const { assign, manager, principalId } = await withRole(vaultId, { grantEffect });
      await assign();
      const { services } = manager;
      const given = services.clock.now().getTime();
      const after = [0, 9.99, 10].map((minutes) => {
        const clock = { ...services.clock, now: () => new Date(given + minutes * 60_000) };
        const dataAction = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
        const access = {
          principalId,
          vaultName: "kv-test",
          secretName: "token",
          permission: "get",
          dataAction,
        } as const;
        return createAuthorize({ ...services, clock })(access);
      });
      assert.deepEqual(after, expected);
    }
  });

  it("accept a secret's scope, or refuse it while there is no such secret", async () => {
    const scope = `${vaultId}/secrets/token`;
    const accepted = await withRole(scope, { missingSecretScope: "accepted" });
    await accepted.assign();
    const refused = await withRole(scope, { missingSecretScope: "refused" });
    const message = await refusal(refused.assign(), 404, "ResourceNotFound");
    assert.equal(message, `The scope 'token' of the role assignment was not found: '${scope}'.`);
  });
});

describe("The readings of a callback URL", () => {
  const list = (arm: ReturnType<typeof inMemory>) =>
    arm.send("POST", `${workflowId}/triggers/manual/listCallbackUrl`, "2019-05-01", {});

  it("give it at once, or from the second request on", async () => {
    for (const callbackUrl of ["atOnce", "later"] as const) {
      const arm = inMemory({ callbackUrl });
      await arm.putGroup();
      await arm.putWorkflow();
      if (callbackUrl === "later") await refusal(list(arm), 404, "WorkflowNotFound");
      assert.equal(((await list(arm)) as { queries: { sig: string } }).queries.sig, "signature");
    }
  });
});

describe("The readings of two writes of access policies at the same time", () => {
  const policy = (objectId: string) => ({ objectId, tenantId, permissions: { secrets: ["get"] } });

  it("let the second one wait for the first, and both hold", async () => {
    const arm = inMemory({ accessPolicyWrites: "inTurn" });
    await arm.putGroup();
    await arm.putVault({ enableRbacAuthorization: false, accessPolicies: [] });
    const write = (objectId: string) =>
      arm.send("PUT", `${vaultId}/accessPolicies/add`, "2024-11-01", {
        properties: { accessPolicies: [policy(objectId)] },
      });
    await Promise.all([write("a"), write("b")]);
    const { properties } = arm.store.get(vaultId)?.answer as { properties: { accessPolicies: unknown } };
    assert.deepEqual(properties.accessPolicies, [policy("a"), policy("b")]);
  });
});
