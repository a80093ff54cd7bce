import type { ControlledClock } from "../../emulator/clock";
import type { Run } from "../../emulator/logic-apps";
import type { LocalRunReport } from "../report";
import { measureConsumerCost } from "../stack/consumer-cost";
import type { DeployedConsumer, LocalStack } from "../stack/local-stack";
import { runAtNextSlots } from "../stack/run-at-next-slot";

/** What became of the messages of each consumer. */
export type ReportedConsumers = LocalRunReport["consumers"];

/** Sends a message to each topic that has consumers, and runs each consumer at the next slot of its recurrence. */
export async function consumeMessages(stack: LocalStack, clock: ControlledClock): Promise<readonly Run[]> {
  for (const consumers of groupByTopic(stack.consumers)) stack.source.send(consumers);
  return runAtNextSlots(stack, stack.consumers, clock);
}

/** Counts the messages and records of each consumer. */
export function describeConsumers({ azure, consumers }: LocalStack): ReportedConsumers {
  return consumers.map(({ consumer, subscriptionId, org }) => {
    const held = azure.serviceBus.messages(subscriptionId);
    const deadLettered = held.filter(({ state }) => state === "dead-lettered").length;
    const waiting = held.length - deadLettered;
    const records = org?.org.records(consumer.sObject).length ?? 0;
    return { name: consumer.name, sent: 1, completed: 1 - held.length, waiting, deadLettered, records };
  });
}

/** Measures the cost of the consumers that have succeeded. */
export async function measureConsumers(
  stack: LocalStack,
  runs: readonly Run[],
): Promise<LocalRunReport["consumerCosts"]> {
  const costs: LocalRunReport["consumerCosts"][number][] = [];
  for (const consumer of stack.consumers) {
    const run = runs.find(({ workflowId }) => workflowId.toLowerCase() === consumer.id.toLowerCase());
    if (run?.status !== "Succeeded") continue;
    const { name, intervalMinutes } = consumer.consumer;
    costs.push({ name, ...(await measureConsumerCost(stack, consumer)), intervalMinutes });
  }
  return costs;
}

function groupByTopic(consumers: readonly DeployedConsumer[]): readonly (readonly DeployedConsumer[])[] {
  const groups = new Map<string, DeployedConsumer[]>();
  for (const consumer of consumers) {
    const topic = consumer.consumer.subscription.topicId.toLowerCase();
    groups.set(topic, [...(groups.get(topic) ?? []), consumer]);
  }
  return [...groups.values()];
}
