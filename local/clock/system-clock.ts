import { setTimeout } from "node:timers/promises";
import type { Clock } from ".";

/** The machine's own clock. */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }

  wait(milliseconds: number): Promise<void> {
    return setTimeout(milliseconds);
  }
}
