import { ControlledClock } from "../../../../emulator/clock";
import { waitForGrants } from "../../../../local/proofs";
import { builtInStack } from "../../../../local/stack/built-in-stack";
import type { ControlledStack } from "../../../../local/stack/controlled-stack";
import { deployLocally } from "../../../../local/stack/deploy-locally";
import { refreshAtNextSlots } from "../../../../local/stack/refresh-at-next-slot";

/** The stack of `npm start`, its tokens fresh, on a clock that waits for nothing. The caller closes `azure`. */
export async function deployBuiltInStack(): Promise<ControlledStack> {
  const clock = new ControlledClock(new Date("2026-11-02T08:17:00Z"));
  const options = { configuration: builtInStack, stack: "live", clock, progress: () => undefined };
  const stack = await deployLocally(options);
  try {
    await waitForGrants(stack);
    await refreshAtNextSlots(stack, clock);
    return { ...stack, clock };
  } catch (error) {
    await stack.azure.close();
    throw error;
  }
}
