import type { Drill } from "./drill";
import { tokenServerDrills } from "./token-server-drills";

/** All drills. */
export const drills: readonly Drill[] = [...tokenServerDrills];
