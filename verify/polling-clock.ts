import { setTimeout } from "node:timers/promises";

/** A clock that polling waits on. */
export interface PollingClock {
  now(): Date;
  wait(milliseconds: number): Promise<void>;
}

/** The system's clock. */
export const systemClock: PollingClock = {
  now: () => new Date(),
  wait: (milliseconds) => setTimeout(milliseconds),
};
