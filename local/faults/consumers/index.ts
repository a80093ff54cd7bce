import { azureFaults } from "./azure-faults";
import type { ConsumerFault } from "./consumer-fault";
import { messageFaults } from "./message-faults";
import { salesforceFaults } from "./salesforce-faults";
import { sessionFaults } from "./session-faults";

export type { ConsumerFault, ConsumerOutcome } from "./consumer-fault";

/** The faults of consumers by where they arise, in the order in which they run. */
export const consumerFaultGroups: Readonly<Record<string, readonly ConsumerFault[]>> = {
  "consumer's session": sessionFaults,
  "consumer's Salesforce": salesforceFaults,
  "consumer's messages": messageFaults,
  "consumer's Azure": azureFaults,
};

/** All faults of consumers, in the order in which they run. */
export const consumerFaults: readonly ConsumerFault[] = Object.values(consumerFaultGroups).flat();
