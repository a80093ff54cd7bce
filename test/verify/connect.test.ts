import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { allClouds, clouds, type Cloud } from "../../azure";
import { createAzure, type Azure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { connect } from "../../verify/azure/connect";

describe("Azure Resource Manager, as npm run verify reaches it", () => {
  let azure: Azure;
  before(async () => {
    azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-23T12:00:00Z")), cloud: "usgovernment" });
  });
  after(() => azure.close());

  const read = (cloud: Cloud, getToken: (scope: string | string[]) => Promise<string>) =>
    connect({
      cloud,
      credential: {
        getToken: async (scope) => ({ token: await getToken(scope), expiresOnTimestamp: Date.now() + 3_600_000 }),
      },
      agent: azure.network.agent,
    }).get(`/subscriptions/${azure.arm.subscriptionId}/resourceGroups/rg`, "2024-03-01");

  it("is that of the stack's cloud, with a token for it", async () => {
    const scopes: unknown[] = [];
    const getToken = (scope: unknown) => {
      scopes.push(scope);
      const audience = clouds.usgovernment.resourceManager;
      return azure.entra.issueToken({ principalId: azure.deployer.objectId, audience });
    };
    await assert.rejects(read(clouds.usgovernment, getToken), { code: "ResourceGroupNotFound" });
    assert.deepEqual(scopes, [["https://management.usgovcloudapi.net/.default"]]);
  });

  for (const [cloud, login] of [
    [clouds.public, "az login"],
    [clouds.usgovernment, "az cloud set --name AzureUSGovernment && az login"],
    [clouds.china, "az cloud set --name AzureChinaCloud && az login"],
  ] as const) {
    it(`is not asked without a login, and says how to log in to ${cloud.title}`, async () => {
      await assert.rejects(
        read(cloud, () => Promise.reject(new Error("no token"))),
        { name: "NotLoggedInError", message: new RegExp(`no token\\nLog in with '${login}', or in a pipeline`) },
      );
    });
  }

  it("names the host that cannot be reached, of the login too", async () => {
    for (const cloud of allClouds) {
      await assert.rejects(
        read(cloud, () => Promise.reject(new Error("connect ECONNREFUSED"))),
        { name: "AzureUnreachableError", message: new RegExp(`^${cloud.loginHost} cannot be reached: ECONNREFUSED`) },
      );
    }
  });
});
