import { readRuns } from "../azure/read-runs";
import { readTopicSubscription } from "../azure/read-topic-subscription";
import type { ArmClient } from "../azure/arm-client";
import type { Vault } from "../azure/read-vault";
import type { CheckResult } from "../check-result";
import { attempt } from "../checks/attempt";
import { explainConsumerFailure } from "../checks/consumer-failure";
import { checkConsumerGrants } from "../checks/consumer-grants";
import { checkConsumerRuns } from "../checks/consumer-runs";
import { readRecurrence } from "../checks/read-recurrence";
import { checkMessages, checkTopicSubscription } from "../checks/topic-subscription";
import type { DeployedConsumer, DeployedStack } from "../stack/deployed-stack";
import { failedGrants, type InspectedWorkflow } from "./inspect-workflow";

/**
 * Verifies a consumer by what Azure Resource Manager shows: its grants, its subscription, how many messages wait, and how
 * its last runs ended. It receives no message, so that none loses a delivery.
 */
export async function verifyConsumer(
  azure: ArmClient,
  stack: DeployedStack,
  vault: Vault,
  { name, id, subscriptionId }: DeployedConsumer,
  inspected: InspectedWorkflow,
): Promise<readonly CheckResult[]> {
  const { workflow, grants } = inspected;
  const held = await attempt("grants", name, () => checkConsumerGrants(azure, stack, workflow, subscriptionId));
  const subscription = await attempt("subscription", subscriptionName(subscriptionId), () =>
    readTopicSubscription(azure, subscriptionId),
  );
  const recurrence = readRecurrence(workflow, "schedule");
  const facts = {
    tokenNames: grants.read,
    failedGrants: failedGrants(inspected),
    firewall: vault.firewall,
    outgoingAddresses: workflow.outgoingAddresses,
  };
  const waiting = "failure" in subscription ? undefined : subscription.value.waiting;
  const runs = await attempt("runs", name, async () =>
    checkConsumerRuns(name, await readRuns(azure, id), waiting, (code) => explainConsumerFailure(code, facts)),
  );
  return [
    ...("failure" in held ? [held.failure] : held.value),
    ...("failure" in subscription
      ? [subscription.failure]
      : [checkTopicSubscription(subscription.value), checkMessages(subscription.value)]),
    ...("failure" in recurrence ? [recurrence.failure] : []),
    ...("failure" in runs ? [runs.failure] : runs.value),
  ];
}

function subscriptionName(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
