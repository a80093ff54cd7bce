import { relayTrigger } from "../../connector/relay/relay-definition";
import { refreshNow } from "../stack/refresh-at-next-slot";
import { connectorOf } from "./deployed-stack";
import { byConnector, everywhere, failed, succeeded, type Drill } from "./drill";
import { reconnect } from "./reconnect";
import { answerWith, json } from "../network";

const hours = 3_600_000;

/** Faults of the recurrence, of the clock, and of the way to the relay. */
export const scheduleDrills: readonly Drill[] = [
  {
    name: "recurrence-doubled",
    where: everywhere,
    inject: (lab) => {
      lab.skipSlots(1);
      return lab.answering(
        () => lab.good(),
        () => Promise.all([refreshNow(lab.stack, lab.refresh), refreshNow(lab.stack, lab.refresh)]),
      );
    },
    expected: () => succeeded(2, { versions: 2 }),
  },
  {
    name: "recurrence-skipped-once",
    where: everywhere,
    inject: async (lab) => {
      lab.skipSlots(1);
      await lab.atNextSlot();
    },
    expected: () => succeeded(),
  },
  {
    name: "recurrence-stopped",
    where: everywhere,
    inject: (lab) => {
      lab.skipSlots(5);
      return Promise.resolve();
    },
    expected: () => ({ run: "none", token: "expired", requests: 0, versions: 0, alerts: ["silent"] }),
  },
  {
    name: "recurrence-stopped-and-resumed",
    where: everywhere,
    inject: async (lab) => {
      lab.skipSlots(5);
      await lab.atNextSlot();
    },
    expected: () => succeeded(1, { alerts: ["silent"] }),
  },
  {
    name: "clock-jumps-an-hour-during-the-request",
    where: everywhere,
    inject: (lab) =>
      lab.atNextSlot(() => {
        lab.advance(hours);
        return lab.good();
      }),
    expected: () => succeeded(1, { alerts: ["silent"] }),
  },
  {
    name: "clock-jumps-past-the-end-of-the-token",
    where: everywhere,
    inject: (lab) => {
      lab.advance(3 * hours);
      return Promise.resolve();
    },
    expected: () => ({ run: "none", token: "expired", requests: 0, versions: 0, alerts: ["silent"] }),
  },
  {
    // Noticing it would cost each refresh one action more; the README says so.
    name: "token-that-ends-before-the-next-slot",
    where: everywhere,
    inject: (lab) => lab.atNextSlot(() => lab.good({ expires_in: 600 })),
    expected: () => succeeded(1, { token: "expired, nobody told" }),
  },
  {
    name: "relay-key-regenerated",
    where: byConnector,
    inject: async (lab) => {
      const { logicApps } = lab.stack.azure;
      const { relay } = connectorOf(lab.stack);
      logicApps.regenerateAccessKey(relay.id);
      await lab.atNextSlot();
      await reconnect(lab.stack);
    },
    expected: () => failed("RelayRefused", 1),
  },
  {
    name: "relay-unreachable",
    where: byConnector,
    inject: async (lab) => {
      const { network, logicApps } = lab.stack.azure;
      const { basePath } = logicApps.callbackUrl(connectorOf(lab.stack).relay.id, relayTrigger);
      const { host } = new URL(basePath);
      // More exact than the host that all Logic Apps share.
      network.serve(
        host,
        answerWith(() => json(503, {})),
      );
      try {
        return await lab.atNextSlot();
      } finally {
        network.unserve(host);
      }
    },
    expected: () => failed("VaultUnavailable", 1),
  },
];
