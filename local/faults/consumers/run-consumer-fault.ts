import { isDeepStrictEqual } from "node:util";
import { firedAlerts } from "../../../emulator/monitor";
import { describeReadings } from "../../../emulator/provenance";
import { serviceBusPath } from "../../../workflows/consumer/service-bus-path";
import { searchForSecrets } from "../../leak-search";
import { knownSecrets } from "../../proofs/no-leak";
import { countStored, waitForLock } from "../../stack/consumer-actions";
import { describeEnd, requireAuthorizationServer } from "../../stack/controlled-stack";
import type { FaultResult } from "../fault";
import { describeMessages, type ConsumerAlertName, type ConsumerFault, type ConsumerOutcome } from "./consumer-fault";
import type { ConsumerFaultStack } from "./consumer-fault-stack";
import { ConsumerHarness } from "./consumer-harness";

/**
 * Consumes for a while as it should be, lets the fault happen, and looks at what is there then. Alerts are those of 10
 * minutes after it, in which the consumer runs on.
 */
export async function runConsumerFault(
  stack: ConsumerFaultStack,
  fault: ConsumerFault,
): Promise<FaultResult<ConsumerOutcome>> {
  const harness = new ConsumerHarness(stack);
  const { azure, clock } = stack.stack;
  await begin(harness);
  const server = requireAuthorizationServer(stack.stack, harness.refresh);
  const requests = server.requests().length;
  const earlier = new Set(listMessageSecrets(harness));
  const began = new Date(clock.now().getTime() + 1);
  await fault.inject(harness);
  const runs = azure.logicApps.runs(harness.consumer.id).filter(({ startTime }) => startTime >= began);
  const outcome = {
    runs: runs.map(describeEnd).filter((end, index, ends) => end !== ends[index - 1]),
    messages: describeSent(harness),
    records: countStored(
      harness.consumer,
      harness.sent.flatMap(({ records }) => records),
    ),
    refreshes: server.requests().length - requests,
  };
  await harness.slots(10);
  const seen: ConsumerOutcome = { ...outcome, alerts: findFiredAlerts(harness, began) };
  const expected = fault.expected(stack.readings);
  const unusual = describeReadings(stack.readings);
  const history = [harness.consumer, harness.refresh].flatMap(({ id }) => azure.logicApps.runs(id));
  const content = JSON.stringify(history.filter(({ startTime }) => startTime >= began));
  const leaks = searchForSecrets({
    secrets: knownSecrets(stack.stack).filter((secret) => !earlier.has(secret)),
    places: [{ name: "run history", content }],
  }).length;
  return {
    fault: fault.name,
    combination: "consumer",
    ...(unusual === "" ? {} : { readings: unusual }),
    seen,
    expected,
    leaks,
    held: leaks === 0 && isDeepStrictEqual(seen, expected),
  };
}

/** Removes what an earlier fault has left, and runs until its alerts are over, with a token that may be refreshed. */
async function begin(harness: ConsumerHarness): Promise<void> {
  harness.org.recover();
  await waitForLock(harness.stack);
  await removeMessages(harness);
  // A session of its own: the token server may answer one that is alive again, with the time that it has left.
  await harness.endSessions();
  await harness.refreshToken();
  for (let time = 0; time < 9; time += 1) {
    await harness.wait(5);
    const run = await harness.run();
    if (run.status !== "Succeeded") throw new Error(`No fault can begin: a run ended ${describeEnd(run)}.`);
  }
}

async function removeMessages({ stack, consumer }: ConsumerHarness): Promise<void> {
  const { cloud, entra, network, serviceBus } = stack.azure;
  const { serviceBusAudience: audience } = cloud;
  const token = await entra.issueToken({ principalId: consumer.principalId, audience });
  const path = serviceBusPath(consumer.consumer.subscription, cloud);
  for (const { state } of serviceBus.messages(consumer.subscriptionId)) {
    const queue = state === "dead-lettered" ? `${path}/$deadletterqueue` : path;
    await network.send({
      method: "DELETE",
      url: `${queue}/messages/head?timeout=0`,
      headers: { authorization: `Bearer ${token}` },
    });
  }
}

/** Texts of records and tokens of locks, of which each fault has its own. */
function listMessageSecrets({ stack, consumer }: ConsumerHarness): readonly string[] {
  return [...stack.source.texts(), ...stack.azure.serviceBus.lockTokens(consumer.subscriptionId)];
}

function describeSent({ stack, consumer, sent }: ConsumerHarness): string {
  const held = stack.azure.serviceBus.messages(consumer.subscriptionId);
  const states = sent.map((message) => held.find(({ messageId }) => messageId === message.messageId)?.state);
  const count = (...wanted: readonly (string | undefined)[]): number =>
    states.filter((state) => wanted.includes(state)).length;
  return describeMessages({
    completed: count(undefined),
    waiting: count("active", "locked"),
    deadLettered: count("dead-lettered"),
  });
}

const alertNames: readonly ConsumerAlertName[] = ["failed", "silent", "dead-letters", "waiting", "refresh-failed"];

/** The rules of the consumer, and those on failures of its refresh, that fired since. */
function findFiredAlerts({ stack, consumer }: ConsumerHarness, since: Date): readonly ConsumerAlertName[] {
  const fired = firedAlerts(stack.azure).filter(({ firedAt }) => firedAt > since);
  const rule = (name: ConsumerAlertName): string =>
    name === "refresh-failed"
      ? `refresh-${consumer.consumer.token}-failed`
      : `consume-${consumer.consumer.name}-${name}`;
  return alertNames.filter((name) => fired.some(({ ruleName }) => ruleName.startsWith(rule(name))));
}
