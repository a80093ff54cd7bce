import { setTimeout } from "node:timers/promises";
import type { Clock } from "./clock";

/**
 * A clock on which nobody has to wait for real: whoever waits moves it on at once.
 *
 * By default it stands still between; a ticking one moves with the machine's clock as well, so that work takes time.
 */
export class ControlledClock implements Clock {
  private time: number;
  private readonly since: number;
  private isReleased = false;

  /** @throws RangeError for a start that is no date */
  constructor(
    start: Date,
    private readonly options: { readonly ticking: boolean } = { ticking: false },
  ) {
    if (Number.isNaN(start.getTime())) throw new RangeError("Not a date: a clock starts at a time.");
    this.time = start.getTime();
    this.since = Date.now();
  }

  now(): Date {
    return new Date(this.time + (this.options.ticking ? Date.now() - this.since : 0));
  }

  /** @throws RangeError for what is no number of milliseconds */
  async wait(milliseconds: number): Promise<void> {
    if (!Number.isFinite(milliseconds)) throw new RangeError(`Cannot wait ${milliseconds} milliseconds.`);
    if (this.isReleased) await setTimeout(Math.max(0, milliseconds));
    else this.time += Math.max(0, milliseconds);
  }

  /** Moves on to a time, at once; what has passed already stays passed. */
  advanceTo(date: Date): void {
    this.time += Math.max(0, date.getTime() - this.now().getTime());
  }

  /** From now on, waiting takes as long as it says. */
  release(): void {
    this.isReleased = true;
  }
}
