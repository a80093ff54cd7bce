import type { Fault } from "./fault";
import { rotationFaults } from "./rotation-faults";
import { scheduleFaults } from "./schedule-faults";
import { tokenServerFaults } from "./token-server-faults";
import { vaultFaults } from "./vault-faults";

/** The faults by where they arise, in the order in which they run. */
export const faultGroups: Readonly<Record<string, readonly Fault[]>> = {
  "token server": tokenServerFaults,
  vault: vaultFaults,
  rotation: rotationFaults,
  schedule: scheduleFaults,
};

/** All faults, in the order in which they run. */
export const faults: readonly Fault[] = Object.values(faultGroups).flat();
