import type { Proof } from "../../report";
import { drainConsumer, endSessions, refreshOf, waitForLock } from "../../stack/consumer-actions";
import type { DeployedConsumer, LocalStack } from "../../stack/local-stack";
import { refreshNow } from "../../stack/refresh-at-next-slot";
import { runNow } from "../../stack/run-at-next-slot";
import { check, countVersions, describeNewVersions } from "../proof";
import { describeConsumption } from "./message-state";

/**
 * Proves that a session that Salesforce has ended is renewed by one refresh, and that the same message succeeds then; a
 * token that was stored a short time ago is not refreshed.
 */
export async function proveRenewedSession(stack: LocalStack, consumer: DeployedConsumer): Promise<Proof> {
  const { token, refreshGraceMinutes } = consumer.consumer;
  await drainConsumer(stack, consumer);
  await stack.azure.clock.wait((refreshGraceMinutes + 1) * 60_000);
  await endSessions(stack, consumer);
  const message = stack.source.send([consumer]);
  const before = countVersions(stack, token);
  const first = await describeConsumption(stack, consumer, message);
  const second = await describeConsumption(stack, consumer, message);
  const renewed = describeNewVersions(stack, token, before);

  await refreshNow(stack, refreshOf(stack, consumer));
  await endSessions(stack, consumer);
  const other = stack.source.send([consumer]);
  const refreshed = countVersions(stack, token);
  const refused = await describeConsumption(stack, consumer, other);
  const notRenewed = describeNewVersions(stack, token, refreshed);

  // The stack goes on as it was.
  await refreshNow(stack, refreshOf(stack, consumer));
  await waitForLock(stack);
  await runNow(stack, consumer);
  return {
    id: "renewed-session",
    ...check(
      `${consumer.name} renews a session that Salesforce has ended, and the same message succeeds`,
      "Succeeded, the message is waiting, delivered once, 0 of 2 records stored; " +
        "then Succeeded, the message is completed, 2 of 2 records stored; 1 new version",
      `${first}; then ${second}; ${renewed}`,
    ),
    control: check(
      "A token that was stored a moment ago is not refreshed when Salesforce refuses it",
      "Failed SessionRefused, the message is waiting, delivered once, 0 of 2 records stored; no new version",
      `${refused}; ${notRenewed}`,
    ),
  };
}
