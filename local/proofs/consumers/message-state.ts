import { countStored, waitForLock } from "../../stack/consumer-actions";
import type { DeployedConsumer, LocalStack } from "../../stack/local-stack";
import type { SentMessage } from "../../stack/salesforce/record-source";
import { runNow } from "../../stack/run-at-next-slot";
import { describeEnd } from "../proof";

/** Runs a consumer, and describes the end of the run, the message, and how many of its records are stored. */
export async function describeConsumption(
  stack: LocalStack,
  consumer: DeployedConsumer,
  message: SentMessage,
): Promise<string> {
  const run = await runNow(stack, consumer);
  await waitForLock(stack);
  return [describeEnd(run), describeMessage(stack, consumer, message), describeRecords(consumer, message)].join(", ");
}

function describeMessage({ azure }: LocalStack, { subscriptionId }: DeployedConsumer, sent: SentMessage): string {
  const held = azure.serviceBus.messages(subscriptionId).find(({ messageId }) => messageId === sent.messageId);
  if (held === undefined) return "the message is completed";
  const { state, deliveryCount } = held;
  const times = `delivered ${deliveryCount === 1 ? "once" : `${deliveryCount} times`}`;
  return `the message is ${state === "active" ? "waiting" : state}, ${times}`;
}

function describeRecords(consumer: DeployedConsumer, { records }: SentMessage): string {
  return `${countStored(consumer, records)} of ${records.length} records stored`;
}
