import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { isSameName } from "../../azure";
import { asObject } from "../../definition/json";
import { connect } from "../../verify/azure/connect";
import type { CheckResult } from "../../verify/check-result";
import { readDeployedStack } from "../../verify/stack/deployed-stack";
import { verifyStack } from "../../verify/verify-stack";
import { requireRefresh } from "../../local/stack/controlled-stack";
import { deployConsumerStack, type ConsumerStack } from "../behaviour/consumer/consumer-stack";
import { serviceBusTopicId } from "../settings/settings-under-test";

describe("npm run verify of a stack with a consumer", () => {
  let bench: ConsumerStack;

  beforeEach(async () => {
    bench = await deployConsumerStack();
  });
  afterEach(() => bench.stack.azure.close());

  /** Results of the consumer's checks. */
  const verify = async (): Promise<readonly CheckResult[]> => {
    const { azure, clock, deployment } = bench.stack;
    const { cloud, entra, deployer, network } = azure;
    const deployed = readDeployedStack(deployment.state);
    const getToken = async () => {
      const audience = cloud.resourceManager;
      const token = await entra.issueToken({ principalId: deployer.objectId, audience });
      return { token, expiresOnTimestamp: clock.now().getTime() + 3600_000 };
    };
    const manager = connect({ cloud: deployed.cloud, credential: { getToken }, agent: network.agent });
    const options = { azure: manager, clock, progress: () => undefined, timeoutMinutes: 10 };
    const results = await verifyStack(deployed, options);
    return results.filter(({ subject }) => /^consume-accounts[0-9a-f]+$|^salesforce$/.test(subject));
  };
  const summaries = (results: readonly CheckResult[]) =>
    results.map(
      ({ check, status, seen }) =>
        `${check} ${status}: ${seen.replace(/\(run .*\)|(?<=refresh-[a-z-]+)[0-9a-f]{8}/g, "")}`,
    );
  const record = { erp_id: "1", name: "x" };
  const receive = "Microsoft.ServiceBus/namespaces/messages/receive/action";
  const run = "Microsoft.Logic/workflows/triggers/run/action";
  const holds = [
    "grants passed: holds what its definition needs on 'salesforce-token'",
    `grants passed: holds ${receive} on 'salesforce'`,
    `grants passed: holds ${run} on 'refresh-salesforce-token'`,
    "grants passed: holds Microsoft.Logic/workflows/runs/read on 'refresh-salesforce-token'",
  ];
  const sound = "subscription passed: locks of 5 min, 20 deliveries: a message survives an outage of 95 min";

  it("passes with its grants, its subscription and its runs, and takes no message", async () => {
    bench.send({ records: [record] });
    assert.deepEqual(summaries(await verify()), [
      ...holds,
      sound,
      "messages passed: 1 message waits, 0 dead letters",
      "runs noted: none has ended yet",
    ]);
    assert.deepEqual(bench.states(), ["active 0"]);
    await bench.consume();
    assert.deepEqual(summaries(await verify()).slice(holds.length), [
      sound,
      "messages passed: 0 messages wait, 0 dead letters",
      "runs passed: the last 1 Succeeded",
    ]);
  });

  it("finds the classes of failed runs, and dead letters, each with what to do", async () => {
    await bench.stack.azure.close();
    bench = await deployConsumerStack({ maxDeliveryCount: 1 });
    bench.send("poison", "text/plain");
    await bench.consume();
    await bench.wait(5);
    const [subscription, messages, runs] = (await verify()).slice(holds.length);
    assert.match(subscription?.seen ?? "", /1 deliveries: a message survives an outage of 0 min$/);
    assert.deepEqual([messages?.seen, messages?.status], ["0 messages wait, 1 dead letter", "failed"]);
    assert.match(runs?.seen ?? "", /^1 of the last 1 ended Failed: BadMessage \(run /);
    assert.match(runs?.fix ?? "", /docs\/consumer\/etl\.md/);
  });

  for (const [scope, lacking] of [
    ["/subscriptions/salesforce", [`lacks ${receive} on 'salesforce'`]],
    [
      "refresh",
      [run, "Microsoft.Logic/workflows/runs/read"].map((action) => `lacks ${action} on 'refresh-salesforce-token'`),
    ],
  ] as const) {
    it(`finds that a role assignment is gone: ${lacking.join(", ")}`, async () => {
      bench.revokeGrant(scope === "refresh" ? requireRefresh(bench.stack, "salesforce-token").id : scope);
      const failures = (await verify()).filter(({ status }) => status === "failed");
      assert.deepEqual(
        summaries(failures),
        lacking.map((each) => `grants failed: ${each}`),
      );
      assert.match(
        failures[0]?.fix ?? "",
        /^Run this, and wait up to 10 minutes .* --target-replace '.*RoleAssignment::consume-accounts-/,
      );
    });
  }

  it("names the grant at the token that is gone as the cause of a failed run", async () => {
    bench.revokeGrant("/secrets/salesforce-token");
    bench.send({ records: [record] });
    await bench.consume();
    const failures = (await verify()).filter(({ status }) => status === "failed");
    assert.deepEqual(
      failures.map(({ check }) => check),
      ["grants", "runs"],
    );
    assert.match(failures[1]?.seen ?? "", /VaultForbidden/);
    assert.match(failures[1]?.cause ?? "", /consume-accounts/);
  });

  it("finds a subscription whose settings were changed, and one that is gone", async () => {
    const { arm } = bench.stack.azure;
    const id = `${serviceBusTopicId}/subscriptions/salesforce`;
    const found = arm.resources().find((resource) => isSameName(resource.id, id)) ?? assert.fail();
    const properties = { ...asObject(found.body.properties), lockDuration: "PT30S" };
    await arm.put({ ...found, body: { properties } });
    const changed = (await verify()).filter(({ status }) => status === "failed");
    assert.match(changed[0]?.seen ?? "", /^has locks of PT30S instead of 5 min/);
    assert.match(changed[0]?.fix ?? "", /npx pulumi up --refresh/);
    arm.deleteResource(id);
    const gone = (await verify()).filter(({ status }) => status === "failed");
    assert.match(gone.find(({ check }) => check === "subscription")?.seen ?? "", /^Azure answered 404 /);
  });
});
