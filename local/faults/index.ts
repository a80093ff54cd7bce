import { consumerFaultGroups, type ConsumerFault } from "./consumers";
import type { Fault } from "./fault";
import { rotationFaults } from "./rotation-faults";
import { scheduleFaults } from "./schedule-faults";
import { tokenServerFaults } from "./token-server-faults";
import { vaultFaults } from "./vault-faults";

/** A fault of a refresh or of a consumer. */
export type AnyFault = Fault | ConsumerFault;

/** The faults by where they arise, in the order in which they run: those of refreshes, then those of consumers. */
export const faultGroups: Readonly<Record<string, readonly AnyFault[]>> = {
  "token server": tokenServerFaults,
  vault: vaultFaults,
  rotation: rotationFaults,
  schedule: scheduleFaults,
  ...consumerFaultGroups,
};

/** Decides whether a fault is one of refreshes. */
export function isRefreshFault(fault: AnyFault): fault is Fault {
  return "where" in fault;
}

/** All faults, in the order in which they run. */
export const faults: readonly AnyFault[] = Object.values(faultGroups).flat();

/** All faults of refreshes. */
export const refreshFaults: readonly Fault[] = faults.filter(isRefreshFault);
