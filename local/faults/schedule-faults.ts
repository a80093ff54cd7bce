import { relayTrigger } from "../../connector/relay/relay-definition";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { requireConnector } from "../stack/controlled-stack";
import { byConnector, everywhere, failed, succeeded, type Fault } from "./fault";
import { reconnect } from "./reconnect";
import { answerWith, json } from "../../emulator/network";

const hours = 3_600_000;
const relayUnavailable = json(503, {});

/** Faults of the recurrence, of the clock, and of the way to the relay. */
export const scheduleFaults: readonly Fault[] = [
  {
    name: "recurrence-doubled",
    where: everywhere,
    inject: (harness) => {
      harness.skipSlots(1);
      return harness.answering(
        () => harness.freshToken(),
        () => Promise.all([refreshNow(harness.stack, harness.refresh), refreshNow(harness.stack, harness.refresh)]),
      );
    },
    expected: () => succeeded(2, { versions: 2 }),
  },
  {
    name: "recurrence-skipped-once",
    where: everywhere,
    inject: async (harness) => {
      harness.skipSlots(1);
      await harness.atNextSlot();
    },
    expected: () => succeeded(),
  },
  {
    name: "recurrence-stopped",
    where: everywhere,
    inject: (harness) => {
      harness.skipSlots(5);
      return Promise.resolve();
    },
    expected: () => ({ run: "none", token: "expired", requests: 0, versions: 0, alerts: ["silent"] }),
  },
  {
    name: "recurrence-stopped-and-resumed",
    where: everywhere,
    inject: async (harness) => {
      harness.skipSlots(5);
      await harness.atNextSlot();
    },
    expected: () => succeeded(1, { alerts: ["silent"] }),
  },
  {
    name: "clock-jumps-an-hour-during-the-request",
    where: everywhere,
    inject: (harness) =>
      harness.atNextSlot(() => {
        harness.advance(hours);
        return harness.freshToken();
      }),
    expected: () => succeeded(1, { alerts: ["silent"] }),
  },
  {
    name: "clock-jumps-past-the-end-of-the-token",
    where: everywhere,
    inject: (harness) => {
      harness.advance(3 * hours);
      return Promise.resolve();
    },
    expected: () => ({ run: "none", token: "expired", requests: 0, versions: 0, alerts: ["silent"] }),
  },
  {
    // Noticing it would cost each refresh one action more; docs/limits.md says so.
    name: "token-that-ends-before-the-next-slot",
    where: everywhere,
    inject: (harness) => harness.atNextSlot(() => harness.freshToken({ expires_in: 600 })),
    expected: () => succeeded(1, { token: "expired, no alert" }),
  },
  {
    name: "relay-key-regenerated",
    where: byConnector,
    inject: async (harness) => {
      const { logicApps } = harness.stack.azure;
      const { relay } = requireConnector(harness.stack);
      logicApps.regenerateAccessKey(relay.id);
      await harness.atNextSlot();
      await reconnect(harness.stack);
    },
    expected: () => failed("RelayRefused", 1),
  },
  {
    name: "relay-unreachable",
    where: byConnector,
    answers: { to: "relay call", answer: relayUnavailable },
    inject: async (harness) => {
      const { network, logicApps } = harness.stack.azure;
      const { basePath } = logicApps.callbackUrl(requireConnector(harness.stack).relay.id, relayTrigger);
      const { host } = new URL(basePath);
      // More exact than the host that all Logic Apps share.
      network.serve(
        host,
        answerWith(() => relayUnavailable),
      );
      try {
        return await harness.atNextSlot();
      } finally {
        network.unserve(host);
      }
    },
    expected: () => failed("VaultUnavailable", 1),
  },
];
