import type { StartRun } from "./create-actions";
import type { LiveStack } from "./live-stack";

/** Milliseconds after which it looks again, for a client may have deleted, disabled or changed a Logic App. */
const longestWait = 5_000;

/**
 * Starts each Logic App at the slots of its recurrence, until it is aborted, whatever else runs then. After a time in which
 * the machine slept, each starts once.
 *
 * @param options.say receives a line whenever the next run is another one
 * @param options.wait waits for a number of milliseconds, or until it is aborted
 */
export async function runOnSchedule(
  live: LiveStack,
  options: {
    readonly startRun: StartRun;
    readonly say: (line: string) => void;
    readonly wait: (milliseconds: number) => Promise<void>;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { startRun, say, wait, signal } = options;
  const { clock } = live.stack.azure;
  let looked = clock.now();
  let said: string | undefined;
  while (!signal.aborted) {
    const now = clock.now();
    for (const { workflow, slot } of live.nextSlots(looked)) if (slot <= now) startRun(workflow);
    looked = now;
    const [next] = live.nextSlots(now);
    const line =
      next === undefined
        ? "Next: nothing, since every scheduled Logic App is deleted or disabled"
        : `Next: ${next.workflow.name} at ${next.slot.toISOString()}`;
    if (line !== said) say(line);
    said = line;
    const left = next === undefined ? longestWait : next.slot.getTime() - now.getTime();
    await wait(Math.min(left, longestWait));
  }
}
