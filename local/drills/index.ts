import type { Drill } from "./drill";
import { rotationDrills } from "./rotation-drills";
import { scheduleDrills } from "./schedule-drills";
import { tokenServerDrills } from "./token-server-drills";
import { vaultDrills } from "./vault-drills";

/** All drills, in the order in which they run. */
export const drills: readonly Drill[] = [...tokenServerDrills, ...vaultDrills, ...rotationDrills, ...scheduleDrills];
