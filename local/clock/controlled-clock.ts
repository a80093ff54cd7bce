import { setTimeout } from "node:timers/promises";
import type { Clock } from ".";

/** A clock that only its owner and those who wait move on, so that nobody has to wait for real; until it is released. */
export class ControlledClock implements Clock {
  private time: number;
  /** The machine's time at which the clock was released. */
  private releasedAt: number | undefined;

  constructor(start: Date) {
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time + (this.releasedAt === undefined ? 0 : Date.now() - this.releasedAt));
  }

  wait(milliseconds: number): Promise<void> {
    if (this.releasedAt !== undefined) return setTimeout(milliseconds);
    this.time += Math.max(0, milliseconds);
    return Promise.resolve();
  }

  /** Moves on to a time; time that has passed already stays passed. */
  advanceTo(date: Date): void {
    this.time += Math.max(0, date.getTime() - this.now().getTime());
  }

  /** From now on, time passes as fast as the machine's, and waiting takes as long as it says. */
  release(): void {
    this.releasedAt ??= Date.now();
  }
}
