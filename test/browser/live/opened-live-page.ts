import { join } from "node:path";
import { openLivePage, type LivePage } from "../../../local/live/open-live-page";
import type { ControlledStack } from "../../../local/stack/controlled-stack";
import { runNow } from "../../../local/stack/run-at-next-slot";

/** Opens the live page of a stack that runs what is asked for, and nothing on a schedule. */
export function openedLivePage(stack: ControlledStack): Promise<LivePage> {
  const root = join(__dirname, "..", "..", "..");
  return openLivePage(
    stack,
    (workflow) => {
      // The page shows the newest run first.
      stack.clock.advanceTo(new Date(stack.clock.now().getTime() + 1_000));
      void runNow(stack, workflow);
    },
    root,
  );
}
