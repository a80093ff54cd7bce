import { drainConsumer, endSessions } from "./consumer-actions";
import type { DeployedConsumer, LocalStack } from "./local-stack";
import { runNow } from "./run-at-next-slot";

/** Executions that Azure bills for runs of a consumer, without those of the refreshes that it starts. */
export interface ConsumerCost {
  /** A run that receives no message. */
  readonly idle: number;
  /** A run with one message, of up to 200 records. */
  readonly oneMessage: number;
  /** Each message more of the same run. */
  readonly furtherMessage: number;
  /** A run whose session Salesforce has ended, up to the start of the refresh. */
  readonly endedSession: number;
}

/**
 * Measures what runs of a consumer cost. Ends with a session that is alive, and no message.
 *
 * @param records records of each message, which change no cost. @default 1
 */
export async function measureConsumerCost(
  stack: LocalStack,
  consumer: DeployedConsumer,
  records = 1,
): Promise<ConsumerCost> {
  const { azure, source } = stack;
  const cost = async (messages: number): Promise<number> => {
    for (let message = 0; message < messages; message += 1) source.send([consumer], records);
    return azure.logicApps.billableActions(await runNow(stack, consumer));
  };
  await drainConsumer(stack, consumer);
  const idle = await cost(0);
  const oneMessage = await cost(1);
  const twoMessages = await cost(2);
  await azure.clock.wait((consumer.consumer.refreshGraceMinutes + 1) * 60_000);
  await endSessions(stack, consumer);
  const endedSession = await cost(1);
  await runNow(stack, consumer);
  return { idle, oneMessage, furtherMessage: twoMessages - oneMessage, endedSession };
}
