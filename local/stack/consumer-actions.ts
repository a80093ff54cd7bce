import type { DeployedConsumer, DeployedRefresh, LocalStack } from "./local-stack";
import type { SentRecord } from "./salesforce/record-source";
import { runNow } from "./run-at-next-slot";

/** Longest lock of a message, and somewhat more, in milliseconds. */
const lockDuration = 5 * 60_000 + 1_000;

/** Lets the lock of a message that a run has left run out. */
export function waitForLock({ azure }: Pick<LocalStack, "azure">): Promise<void> {
  return azure.clock.wait(lockDuration);
}

/** Lets a consumer process what earlier runs and other consumers of its topic have left. */
export async function drainConsumer(stack: LocalStack, consumer: DeployedConsumer): Promise<void> {
  await waitForLock(stack);
  await runNow(stack, consumer);
}

/** Ends every session of a consumer's org, as an administrator would. */
export async function endSessions(stack: LocalStack, consumer: DeployedConsumer): Promise<void> {
  const server = stack.authorizationServers.get(refreshOf(stack, consumer).token.tokenUrl);
  for (const secret of server?.secrets() ?? []) {
    if (await server?.isActive(secret)) await server?.revoke(secret);
  }
}

/** The refresh of a consumer's token. @throws {Error} where there is none */
export function refreshOf({ refreshes }: Pick<LocalStack, "refreshes">, consumer: DeployedConsumer): DeployedRefresh {
  const refresh = refreshes.find(({ token }) => token.secretName === consumer.consumer.token);
  if (refresh === undefined) throw new Error(`The token of ${consumer.name} has no refresh.`);
  return refresh;
}

/** Counts the records that the consumer's org has, by their external IDs. */
export function countStored({ consumer, org }: DeployedConsumer, records: readonly SentRecord[]): number {
  const { sObject, externalIdField, fields } = consumer;
  const ids = new Set(org?.org.records(sObject).map((record) => record[externalIdField]));
  return records.filter((record) => ids.has(String(record[fields[externalIdField] ?? ""]))).length;
}
