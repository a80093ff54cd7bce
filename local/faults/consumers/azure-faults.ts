import { defaultApiVersion } from "../../../azure";
import type { InterceptMessages } from "../../../emulator/service-bus";
import { findGrants } from "../../proofs/grants";
import { withVaultReplaced } from "../replace-vault";
import { answeredWith, answerLost, withScriptedMessages } from "../scripted-service-bus";
import { describeMessages, stored, type ConsumerFault } from "./consumer-fault";
import type { ConsumerHarness } from "./consumer-harness";

const serviceBusUnavailable = { status: 503, headers: {}, body: "" };
const tokenPath = "/secrets/salesforce-token";

function vaultIdOf({ stack }: ConsumerHarness): string {
  const vault = stack.azure.arm.resources().find(({ type }) => /\/vaults$/i.test(type));
  return vault?.id ?? "";
}

/** Faults of Service Bus, of the vault, and of what is granted. */
export const azureFaults: readonly ConsumerFault[] = [
  {
    name: "service-bus-unavailable",
    answers: { to: "message", answer: serviceBusUnavailable },
    inject: async (harness) => {
      harness.send();
      await withScriptedMessages(harness.stack.azure, "PeekLockMessage", [() => serviceBusUnavailable], () =>
        harness.slots(2),
      );
    },
    expected: () => stored(["ServiceBusUnavailable"]),
  },
  {
    name: "answer-lost-after-receiving",
    inject: async (harness) => {
      harness.send();
      await withScriptedMessages(harness.stack.azure, "PeekLockMessage", [answerLost], () => harness.slots(1));
      await harness.slots(6);
    },
    expected: () => stored(["ServiceBusUnavailable"]),
  },
  {
    // The request is repeated, and the message is gone by then.
    name: "answer-lost-after-completing",
    inject: async (harness) => {
      harness.send();
      await withScriptedMessages(harness.stack.azure, "DeleteMessage", [answerLost], () => harness.slots(1));
      await harness.slots(1);
    },
    expected: () => stored(["LockLost"]),
  },
  {
    name: "completing-fails-until-the-next-delivery",
    inject: async (harness) => {
      harness.send();
      const failures = [500, 500, 500].map(answeredWith);
      await withScriptedMessages(harness.stack.azure, "DeleteMessage", failures, () => harness.slots(1));
      await harness.slots(6);
    },
    expected: () => stored(["ServiceBusUnavailable"]),
  },
  {
    name: "lock-over-before-completing",
    inject: async (harness) => {
      harness.send();
      const late: InterceptMessages = async (_request, answer) => {
        await harness.wait(6);
        return answer();
      };
      await withScriptedMessages(harness.stack.azure, "DeleteMessage", [late], () => harness.slots(1));
      await harness.slots(1);
    },
    expected: () => stored(["LockLost"]),
  },
  {
    name: "subscription-deleted",
    inject: async (harness) => {
      const { arm } = harness.stack.azure;
      const { subscriptionId, principalId } = harness.consumer;
      const resource = arm.resources().find(({ id }) => id.toLowerCase() === subscriptionId.toLowerCase());
      const grants = findGrants(arm, principalId).filter(({ id }) =>
        id.toLowerCase().startsWith(subscriptionId.toLowerCase()),
      );
      if (resource === undefined) throw new Error("The subscription is not there.");
      arm.deleteResource(subscriptionId);
      await harness.slots(1);
      await arm.put({
        ...resource,
        apiVersion: defaultApiVersion("Microsoft.ServiceBus/namespaces/topics/subscriptions"),
      });
      for (const grant of grants) await arm.put(grant);
      await harness.wait(10);
      harness.send();
      await harness.slots(1);
    },
    expected: ({ goneEntity }) => stored([goneEntity === "gone" ? "SubscriptionGone" : "ServiceBusForbidden"]),
  },
  {
    name: "receive-role-removed",
    inject: async (harness) => {
      harness.send();
      await harness.withoutGrant(harness.consumer.subscriptionId, () => harness.slots(1));
      await harness.slots(1);
    },
    expected: () => stored(["ServiceBusForbidden"]),
  },
  {
    name: "token-role-removed",
    inject: async (harness) => {
      harness.send();
      await harness.withoutGrant(`${vaultIdOf(harness)}${tokenPath}`, () => harness.slots(1));
      await harness.slots(1);
    },
    expected: () => stored(["VaultForbidden"]),
  },
  {
    name: "refresh-role-removed-and-session-ended",
    inject: async (harness) => {
      harness.send();
      await harness.endSessions();
      await harness.withoutGrant(harness.refresh.id, () => harness.slots(1));
      await harness.slots(7);
    },
    expected: () => stored(["RefreshNotAllowed"], { refreshes: 1 }),
  },
  {
    name: "consumer-vault-gone",
    inject: async (harness) => {
      harness.send();
      await withVaultReplaced(harness.stack, undefined, () => harness.slots(1));
      await harness.slots(6);
    },
    expected: () => stored(["VaultUnavailable"]),
  },
  {
    name: "token-deleted",
    inject: async (harness) => {
      harness.send();
      await harness.administrator.send("DELETE", tokenPath);
      await harness.slots(1);
      await harness.administrator.send("POST", "/deletedsecrets/salesforce-token/recover");
      await harness.slots(6);
    },
    expected: () => stored(["TokenNotFound"]),
  },
  {
    name: "token-for-a-foreign-host",
    inject: async (harness) => {
      harness.send();
      const value = `foreign-${await harness.administrator.valueOf("salesforce-token").then(String)}`;
      const tags = { instance_url: "https://example.my.salesforce.com.example.org" };
      await harness.administrator.send("PUT", tokenPath, { value, tags });
      await harness.slots(1);
      await harness.refreshToken();
      await harness.slots(6);
    },
    expected: () => stored(["InstanceUrlNotAllowed"], { refreshes: 1, messages: describeMessages({ completed: 1 }) }),
  },
];
