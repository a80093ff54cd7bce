import type { Fault } from "./fault";
import { rotationFaults } from "./rotation-faults";
import { scheduleFaults } from "./schedule-faults";
import { tokenServerFaults } from "./token-server-faults";
import { vaultFaults } from "./vault-faults";

/** All faults, in the order in which they run. */
export const faults: readonly Fault[] = [...tokenServerFaults, ...vaultFaults, ...rotationFaults, ...scheduleFaults];
