import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import type { ArmResource } from "../../emulator/resource-manager";
import { ControlledClock } from "../../emulator/clock";
import { asList, asObject, asString } from "../../definition/json";
import { deployLocally } from "../../local/stack/deploy-locally";
import type { LocalStack } from "../../local/stack/local-stack";
import { connect } from "../../verify/azure/connect";
import type { CheckResult } from "../../verify/check-result";
import { readDeployedStack } from "../../verify/stack/deployed-stack";
import { verifyStack } from "../../verify/verify-stack";
import { fittingToken, stackConfiguration } from "../stack-configuration";

const clock = new ControlledClock(new Date());
const lines: string[] = [];

/** Verifies with Microsoft's own pipeline, whose agent connects to the emulator. */
async function verify({ azure, deployment }: LocalStack, timeoutMinutes = 10): Promise<readonly CheckResult[]> {
  const { cloud, entra, deployer, network } = azure;
  const deployed = readDeployedStack(deployment.state);
  const getToken = async () => {
    const audience = cloud.resourceManager;
    const token = await entra.issueToken({ principalId: deployer.objectId, audience });
    return { token, expiresOnTimestamp: clock.now().getTime() + 3600_000 };
  };
  const manager = connect({ cloud: deployed.cloud, credential: { getToken }, agent: network.agent });
  // The time to poll by is another one than Azure's.
  const polling = {
    now: () => new Date("2020-01-01T00:00:00Z"),
    wait: (milliseconds: number) => clock.wait(milliseconds),
  };
  const options = { azure: manager, clock: polling, progress: (line: string) => void lines.push(line), timeoutMinutes };
  return verifyStack(deployed, options);
}

/** How each kind of grant comes back: azure-native cannot refresh a role assignment that is gone. */
const restores = {
  rbac: (urn: string) =>
    "Run this, and wait up to 10 minutes until it takes effect: " +
    `npx pulumi up --stack test --target-replace '${urn}'`,
  accessPolicy: () => "Run 'npx pulumi up --refresh', which grants it again.",
};

/** URN of the grant that lets the refresh of crm-token read its client's secret. */
function grantUrn({ deployment }: LocalStack): string {
  const { resources } = asObject(asObject(deployment.state).deployment);
  const urns = asList(resources).map((resource) => asString(asObject(resource).urn));
  return urns.find((urn) => urn.endsWith("RoleAssignment::refresh-crm-token-get-crm-client-secret")) ?? "";
}

const failures = (results: readonly CheckResult[]) => results.filter(({ status }) => status === "failed");
const summaries = (results: readonly CheckResult[]) => results.map(({ check, status }) => `${check} ${status}`);

/** The role that reads secrets, or the policy of the principal, without its permissions. */
function narrowedGrant(resource: ArmResource, principalId: string): ArmResource | undefined {
  const { type, body } = resource;
  const properties = asObject(body.properties);
  if (/roleDefinitions$/i.test(type) && JSON.stringify(body).includes("getSecret")) {
    const permissions = asList(properties.permissions).map((held) => ({ ...asObject(held), dataActions: [] }));
    return { ...resource, body: { properties: { ...properties, permissions } } };
  }
  if (!/accessPolicies$/i.test(type) || !JSON.stringify(body).includes(principalId)) return undefined;
  const accessPolicies = asList(properties.accessPolicies).map((entry) => ({
    ...asObject(entry),
    permissions: { secrets: ["list"] },
  }));
  return { ...resource, body: { properties: { accessPolicies } } };
}

for (const authorizationModel of ["rbac", "accessPolicy"] as const) {
  describe(`npm run verify of a stack with ${authorizationModel}, in the order of what happens to it`, () => {
    let stack: LocalStack;
    before(async () => {
      const configuration = stackConfiguration(
        { tokens: [fittingToken], authorizationModel },
        { location: "westeurope" },
      );
      stack = await deployLocally({ configuration, stack: "test", clock, progress: () => undefined });
    });
    after(() => stack.azure.close());

    const versions = () => stack.azure.keyVault.versions(stack.vaultName, fittingToken.secretName).length;

    it("passes once each refresh has run and left a new version", async () => {
      assert.equal(versions(), 0);
      assert.deepEqual(summaries(await verify(stack)), [
        "vault model passed",
        "connection passed",
        "grants passed",
        "grants passed",
        "refresh passed",
        "new version passed",
        "alert rule passed",
        "alert rule passed",
      ]);
      assert.equal(versions(), 1);
      await verify(stack);
      assert.equal(versions(), 2);
    });

    it("judges ages and expiry dates by Azure's clock, where this machine's is another one", async () => {
      clock.advanceTo(new Date(clock.now().getTime() + 5 * 3600_000));
      const found = (await verify(stack)).find(({ check }) => check === "new version");
      assert.match(found?.seen ?? "", /expires .*, in (?:1[12]\d) min$/);
    });

    it("shows no secret, and reads none", async () => {
      const { azure } = stack;
      const before = azure.arm.requests().length;
      const shown = JSON.stringify([await verify(stack), lines]);
      for (const value of azure.keyVault.values()) assert.ok(!shown.includes(value));
      const hosts = azure.arm
        .requests()
        .slice(before)
        .map(({ url }) => new URL(url).host);
      assert.deepEqual([...new Set(hosts)], ["management.azure.com"]);
    });

    it("finds a grant that was taken away, and says why the refresh fails then", async () => {
      const { arm } = stack.azure;
      const { principalId } = stack.refreshes[0] ?? { principalId: "" };
      const grants = arm.resources().filter(({ type, body }) => {
        const isGrant = /roleAssignments|accessPolicies/i.test(type);
        return isGrant && JSON.stringify(body).includes(principalId);
      });
      for (const { id } of grants) arm.deleteResource(id);
      const found = failures(await verify(stack));
      for (const grant of grants) await arm.put(grant);
      assert.deepEqual(summaries(found), ["grants failed", "refresh failed"]);
      assert.match(found[0]?.seen ?? "", /^lacks .* on 'crm-client-secret'$/);
      assert.equal(found[0]?.fix, restores[authorizationModel](grantUrn(stack)));
      assert.match(found[1]?.seen ?? "", /ended Failed: VaultForbidden$/);
      assert.deepEqual(failures(await verify(stack)), []);
    });

    it("tells a grant that was narrowed from one that is gone", async () => {
      const { arm } = stack.azure;
      const { principalId } = stack.refreshes[0] ?? { principalId: "" };
      const narrowed = arm.resources().flatMap((resource) => narrowedGrant(resource, principalId) ?? []);
      const before = arm.resources().filter(({ id }) => narrowed.some((changed) => changed.id === id));
      for (const resource of narrowed) await arm.put(resource);
      const found = failures(await verify(stack));
      for (const resource of before) await arm.put(resource);
      assert.equal(narrowed.length, 1);
      assert.match(found[0]?.seen ?? "", /^lacks .* on 'crm-client-secret'$/);
      assert.match(found[0]?.fix ?? "", /^Run 'npx pulumi up --refresh', which (sets it back|grants it again)/);
      assert.doesNotMatch(found[0]?.fix ?? "", /target-replace/);
    });

    it("says what to do when the client's secret is wrong", async () => {
      const { keyVault } = stack.azure;
      const right = stack.clients.get(fittingToken.secretName)?.clientSecret ?? "";
      keyVault.seedSecret(stack.vaultName, fittingToken.clientSecretName, "wrong");
      const [failure] = failures(await verify(stack));
      keyVault.seedSecret(stack.vaultName, fittingToken.clientSecretName, right);
      assert.match(failure?.seen ?? "", /invalid_client$/);
      assert.match(failure?.fix ?? "", /new client secret.*'crm-client-secret'/);
    });

    it("finds a Logic App and a connection that are gone", async () => {
      const { arm } = stack.azure;
      arm.deleteResource(stack.connector?.connectionId ?? "");
      arm.deleteResource(stack.refreshes[0]?.id ?? "");
      const found = failures(await verify(stack));
      assert.deepEqual(summaries(found), ["connection failed", "grants failed"]);
      assert.equal(found[0]?.seen, "is not there");
      assert.match(found[1]?.seen ?? "", /^Azure answered 404 ResourceNotFound to GET \/subscriptions\//);
    });
  });
}
