import { deadLettered, describeMessages, repeatRuns, stored, type ConsumerFault } from "./consumer-fault";
import type { ConsumerHarness } from "./consumer-harness";
import { maxDeliveryCount } from "./consumer-fault-stack";

/** Lets something happen while the client secret in the vault is a wrong one. */
async function withWrongClientSecret(harness: ConsumerHarness, work: () => Promise<unknown>): Promise<void> {
  const { azure, clients, vaultName } = harness.stack;
  const { secretName, clientSecretName } = harness.refresh.token;
  const { clientSecret = "" } = clients.get(secretName) ?? {};
  azure.keyVault.seedSecret(vaultName, clientSecretName, "not-the-client-secret");
  await work().finally(() => {
    azure.keyVault.seedSecret(vaultName, clientSecretName, clientSecret);
  });
}

/** Faults of the session that the token is, and of its renewal. */
export const sessionFaults: readonly ConsumerFault[] = [
  {
    name: "session-ended",
    inject: async (harness) => {
      await harness.endSessions();
      harness.send();
      await harness.slots(2);
    },
    expected: () => stored([], { refreshes: 1 }),
  },
  {
    name: "session-ended-with-many-messages-waiting",
    inject: async (harness) => {
      await harness.endSessions();
      for (let message = 0; message < 5; message += 1) harness.send();
      await harness.slots(2);
    },
    expected: () => stored([], { refreshes: 1, messages: describeMessages({ completed: 5 }), records: 10 }),
  },
  {
    // The new token is too young to be refreshed again; once it is old enough, the session is renewed.
    name: "session-ended-twice",
    inject: async (harness) => {
      await harness.endSessions();
      harness.send();
      await harness.slots(1);
      await harness.endSessions();
      await harness.slots(17);
    },
    expected: () => ({
      ...stored([], { refreshes: 2, alerts: ["failed"] }),
      runs: ["Succeeded", ...repeatRuns("SessionRefused", 2)],
    }),
  },
  {
    name: "session-ended-and-the-refresh-fails",
    inject: async (harness) => {
      await harness.endSessions();
      harness.send();
      await withWrongClientSecret(harness, () => harness.slots(8));
      await harness.refreshToken();
      await harness.slots(6);
    },
    // One refresh by the consumer and one by the schedule. The message was given back at its first delivery only.
    expected: () => ({
      ...stored([], { refreshes: 2, alerts: ["failed", "refresh-failed"] }),
      runs: ["Succeeded", ...repeatRuns("RefreshFailed", 2)],
    }),
  },
  {
    name: "every-session-refused",
    inject: async (harness) => {
      harness.org.failRequests("INVALID_SESSION_ID", 1_000);
      harness.send();
      await harness.slots(8);
      harness.org.recover();
      await harness.slots(6);
    },
    expected: () => ({
      ...stored([], { refreshes: 1, alerts: ["failed"] }),
      runs: ["Succeeded", ...repeatRuns("SessionRefused", 2)],
    }),
  },
  {
    name: "every-session-refused-longer-than-a-message-lives",
    inject: async (harness) => {
      harness.org.failRequests("INVALID_SESSION_ID", 1_000);
      harness.send();
      await harness.slots(5 * maxDeliveryCount + 2);
      harness.org.recover();
    },
    // One refresh for each token that is older than the grace.
    expected: () =>
      deadLettered("SessionRefused", { runs: ["Succeeded", ...repeatRuns("SessionRefused", 3)], refreshes: 2 }),
  },
];
