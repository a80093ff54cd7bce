import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { describeRun } from "../../../local/live/describe-run";
import { requireConsumer, requireRefresh, type ControlledStack } from "../../../local/stack/controlled-stack";
import type { DeployedConsumer, DeployedRefresh } from "../../../local/stack/local-stack";
import { runNow } from "../../../local/stack/run-at-next-slot";
import { deployBuiltInStack } from "./faults/live-test-stack";

describe("The line of a run of a served stack", function () {
  this.timeout(30_000);
  let stack: ControlledStack;
  const refresh = () => requireRefresh(stack, "salesforce-token");
  const consumer = () => requireConsumer(stack, "accounts");
  const lineOf = async (workflow: DeployedRefresh | DeployedConsumer): Promise<string> =>
    describeRun(stack, workflow, await runNow(stack, workflow)).replace(workflow.name, "name");
  const deleteOf = (type: string): void => {
    const resource = stack.azure.arm.resources().find((each) => each.type === type);
    assert.ok(resource !== undefined, type);
    stack.azure.arm.deleteResource(resource.id);
  };

  beforeEach(async () => {
    stack = await deployBuiltInStack();
  });
  afterEach(() => stack.azure.close());

  it("says how it ended, what it cost, and what it has left", async () => {
    stack.source.send([consumer()]);
    assert.deepEqual(
      [await lineOf(refresh()), await lineOf(consumer())],
      [
        "name: Succeeded, 6 billable actions, version 2 of salesforce-token",
        "name: Succeeded, 22 billable actions, 0 messages waiting, 0 dead letters",
      ],
    );
  });

  it("says that a client has deleted what it works with", async () => {
    deleteOf("Microsoft.KeyVault/vaults");
    stack.azure.arm.deleteResource(consumer().subscriptionId);
    assert.deepEqual(
      [await lineOf(refresh()), await lineOf(consumer())],
      [
        "name: Failed VaultUnavailable, 4 billable actions, the vault is deleted",
        "name: Failed SubscriptionGone, 10 billable actions, the subscription is deleted",
      ],
    );
  });
});
