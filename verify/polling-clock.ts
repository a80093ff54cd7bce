import { setTimeout } from "node:timers/promises";

/** Tells the time, and lets it pass. */
export interface PollingClock {
  now(): Date;
  wait(milliseconds: number): Promise<void>;
}

/** The machine's. */
export const systemClock: PollingClock = {
  now: () => new Date(),
  wait: (milliseconds) => setTimeout(milliseconds),
};
