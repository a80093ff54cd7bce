import type { Azure } from "../../../emulator";
import { seedExisting } from "../../../local/stack/seed-existing";
import { parseSettings } from "../../../settings";
import type { Scenario } from "./scenario";

/** Puts into Azure what any step names as existing already. Comes before the first deployment: it resets vaults. */
export async function registerExisting(azure: Azure, { steps }: Scenario): Promise<void> {
  for (const { settings } of Object.values(steps)) await seedExisting(azure, parseSettings(settings).settings);
}
