import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { AuthorizationManagementClient } from "@azure/arm-authorization";
import { loggedIn, type LoggedIn } from "./logged-in";

const secretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
const assignmentName = "33333333-3333-4333-8333-333333333333";

describe("@azure/arm-authorization at the emulator", () => {
  let login: LoggedIn;
  let client: AuthorizationManagementClient;
  let scope: string;
  before(async () => {
    login = await loggedIn();
    const { arm } = login.azure;
    client = new AuthorizationManagementClient(login.credential, arm.subscriptionId, login.options);
    scope = `/subscriptions/${arm.subscriptionId}/resourceGroups/rg`;
    arm.seedResourceGroup(scope, "westeurope");
  });
  after(() => login.azure.close());

  it("assigns a role, finds it by its principal, and takes it back", async () => {
    const { objectId: principalId } = login.azure.deployer;
    const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${secretsUser}`;
    await client.roleAssignments.create(scope, assignmentName, {
      principalId,
      principalType: "ServicePrincipal",
      roleDefinitionId,
    });
    const namesOf = async (id: string): Promise<(string | undefined)[]> => {
      const names = [];
      const assignments = client.roleAssignments.listForScope(scope, { filter: `principalId eq '${id}'` });
      for await (const { name } of assignments) names.push(name);
      return names;
    };
    assert.deepEqual(await namesOf(principalId), [assignmentName]);
    assert.deepEqual(await namesOf("44444444-4444-4444-8444-444444444444"), []);
    await client.roleAssignments.delete(scope, assignmentName);
    assert.deepEqual(await namesOf(principalId), []);
  });

  it("reads what a built-in role allows on secrets", async () => {
    const { roleName, permissions } = await client.roleDefinitions.get(scope, secretsUser);
    assert.equal(roleName, "Key Vault Secrets User");
    assert.deepEqual(permissions?.[0]?.dataActions, [
      "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      "Microsoft.KeyVault/vaults/secrets/readMetadata/action",
    ]);
  });

  it("is told of a role that is not there", async () => {
    await assert.rejects(client.roleDefinitions.get(scope, assignmentName), { code: "RoleDefinitionDoesNotExist" });
  });
});
