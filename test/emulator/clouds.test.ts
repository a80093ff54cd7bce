import assert from "node:assert/strict";
import { ClientSecretCredential } from "@azure/identity";
import { SecretClient } from "@azure/keyvault-secrets";
import { after, before, describe, it } from "mocha";
import { allClouds, vaultAddress, type Cloud } from "../../azure";
import { createAzure, type Azure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { createEntra, serveLogin } from "../../emulator/entra";
import { createKeyVault } from "../../emulator/key-vault";
import { createLogicApps } from "../../emulator/logic-apps";
import { createNetwork, type Network } from "../../emulator/network";
import { noon, workflow, workflowId } from "./logic-apps/workflow-bench";

const vault = {
  name: "kv-test",
  id: "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/kv-test",
  softDeleteRetentionInDays: 90,
  enablePurgeProtection: false,
};
const application = { clientId: "a2f5c349-1111-4222-8333-444455556666", clientSecret: "planted-secret", objectId: "o" };

/** A vault where everybody may do everything, and Entra ID, in a cloud. */
async function openVaultIn(cloud: Cloud) {
  const clock = new ControlledClock(new Date(), { ticking: true });
  const [network, entra] = [await createNetwork(), await createEntra({ clock })];
  createKeyVault({ cloud, network, clock, entra, authorize: () => "allowed" }).putVault(vault);
  serveLogin({ cloud, network, clock, entra, applications: [application] });
  return { network, entra };
}

/** Microsoft's own client, with its checks of the challenge and of TLS on, and Microsoft's own login. */
function secretClient(cloud: Cloud, { network, tenantId }: { network: Network; tenantId: string }): SecretClient {
  const { clientId, clientSecret } = application;
  const { agent } = network;
  const options = { authorityHost: `https://${cloud.loginHost}`, agent, retryOptions: { maxRetries: 0 } };
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, options);
  const client = new SecretClient(vaultAddress(cloud, vault.name), credential, options);
  return client;
}

for (const cloud of allClouds) {
  const others = allClouds.filter((other) => other !== cloud);

  describe(`A vault in ${cloud.title}`, () => {
    let opened: Awaited<ReturnType<typeof openVaultIn>>;
    before(async () => {
      opened = await openVaultIn(cloud);
    });
    after(() => opened.network.close());

    const get = async (audience: string, of: Cloud) => {
      const token = await opened.entra.issueToken({ principalId: "o", audience });
      const url = `${vaultAddress(of, vault.name)}/secrets?api-version=7.4`;
      return opened.network.send({ method: "GET", url, headers: { authorization: `Bearer ${token}` } });
    };

    it("serves @azure/keyvault-secrets, which checks that the audience is that of the vault's host", async () => {
      const client = secretClient(cloud, { network: opened.network, tenantId: opened.entra.tenantId });
      await client.setSecret("token", "v1");
      assert.equal((await client.getSecret("token")).value, "v1");
    });

    it("refuses a token for the vaults of another cloud, and names its own audience", async () => {
      for (const { vaultAudience } of others) {
        const { status, headers } = await get(vaultAudience, cloud);
        assert.equal(status, 401);
        assert.equal(
          headers["www-authenticate"],
          `Bearer authorization="https://${cloud.loginHost}/${opened.entra.tenantId}", resource="${cloud.vaultAudience}"`,
        );
      }
      assert.equal((await get(cloud.vaultAudience, cloud)).status, 200);
    });

    it("has no address in another cloud", async () => {
      for (const other of others) {
        await assert.rejects(get(other.vaultAudience, other), { name: "HostNotServedError" });
      }
    });
  });

  describe(`The emulator of ${cloud.title}`, () => {
    let azure: Azure;
    before(async () => {
      azure = await createAzure({ clock: new ControlledClock(noon), cloud: cloud.name });
    });
    after(() => azure.close());

    const send = async (method: string, url: string, audience: string) => {
      const token = await azure.entra.issueToken({ principalId: azure.deployer.objectId, audience });
      return (await azure.network.send({ method, url, headers: { authorization: `Bearer ${token}` } })).status;
    };

    it("takes tokens for its own Azure Resource Manager, by both of its audiences, and for no other cloud's", async () => {
      const url = `${cloud.resourceManager}/subscriptions/${azure.arm.subscriptionId}/resourceGroups/rg?api-version=2024-03-01`;
      assert.equal(await send("GET", url, cloud.resourceManager), 404);
      assert.equal(await send("GET", url, `${cloud.serviceManagement}/`), 404);
      for (const { resourceManager, serviceManagement } of others) {
        assert.equal(await send("GET", url, resourceManager), 401);
        assert.equal(await send("GET", url, serviceManagement), 401);
        await assert.rejects(send("GET", resourceManager, resourceManager), { name: "HostNotServedError" });
      }
    });

    it("tells anybody the endpoints of its cloud", async () => {
      const url = `${cloud.resourceManager}/metadata/endpoints?api-version=2022-09-01`;
      const { body } = await azure.network.send({ method: "GET", url });
      assert.deepEqual(JSON.parse(body), {
        name: cloud.cliName,
        portal: cloud.portal,
        resourceManager: `${cloud.resourceManager}/`,
        authentication: {
          loginEndpoint: `https://${cloud.loginHost}/`,
          audiences: [`${cloud.serviceManagement}/`, `${cloud.resourceManager}/`],
          tenant: azure.entra.tenantId,
          identityProvider: "AAD",
        },
        suffixes: { keyVaultDns: cloud.vaultSuffix },
      });
    });

    it("has topics at its own hosts only, for tokens of the audience that every cloud has", async () => {
      const topicId = `/subscriptions/${azure.arm.subscriptionId}/resourceGroups/rg/providers/Microsoft.ServiceBus/namespaces/sb-test1/topics/t`;
      await azure.arm.seedTopic(topicId);
      const url = (of: Cloud): string => `https://sb-test1.${of.serviceBusSuffix}/t/messages`;
      const { answer } = azure.arm.state("Microsoft.ServiceBus/namespaces")[0] ?? {};
      assert.equal(
        (answer?.properties as { serviceBusEndpoint: string }).serviceBusEndpoint,
        `https://sb-test1.${cloud.serviceBusSuffix}:443/`,
      );
      // Known, and without the right to send.
      assert.match(await messageOf(url(cloud), cloud.serviceBusAudience), /claim/i);
      assert.match(await messageOf(url(cloud), cloud.vaultAudience), /InvalidToken/);
      for (const other of others) {
        await assert.rejects(messageOf(url(other), other.serviceBusAudience), { name: "HostNotServedError" });
      }
    });

    async function messageOf(url: string, audience: string): Promise<string> {
      const token = await azure.entra.issueToken({ principalId: azure.deployer.objectId, audience });
      const answer = await azure.network.send({ method: "POST", url, headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.status, 401);
      return answer.body;
    }
  });

  describe(`A Logic App in ${cloud.title}`, () => {
    const authorizations: unknown[] = [];
    const logicApps = createLogicApps({
      cloud,
      network: {
        serve: () => undefined,
        send: ({ headers }) => {
          authorizations.push(headers?.authorization);
          return Promise.resolve({ status: 200, headers: {}, body: "{}" });
        },
      },
      clock: new ControlledClock(noon),
      entra: {
        tenantId: "t",
        issueToken: ({ audience }) => Promise.resolve(audience),
        verifyToken: () => Promise.resolve(undefined),
      },
      connection: () => undefined,
    });

    it("has its callback URL there", () => {
      const inputs = { method: "PUT", relativePath: "secrets/{name}" };
      logicApps.putWorkflow(workflow({ actions: {}, trigger: { type: "Request", kind: "Http", inputs } }));
      const { hostname } = new URL(logicApps.callbackUrl(workflowId, "trigger").basePath);
      assert.ok(hostname.endsWith(`.${cloud.workflowSuffix}`), hostname);
    });

    it("gets a token for its cloud's Azure Resource Manager where an action names no audience", async () => {
      const inputs = { method: "GET", uri: "https://example.com/", authentication: { type: "ManagedServiceIdentity" } };
      logicApps.putWorkflow(
        workflow({
          actions: { Get: { type: "Http", runAfter: {}, inputs } },
          identity: { systemAssigned: "o", userAssigned: {} },
        }),
      );
      assert.equal((await logicApps.runTrigger(workflowId, "trigger")).status, "Succeeded");
      assert.deepEqual(authorizations, [`Bearer ${cloud.resourceManager}/`]);
    });
  });
}
