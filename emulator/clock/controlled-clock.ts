import { setTimeout } from "node:timers/promises";
import type { Clock } from "./clock";

/**
 * A clock without real waiting: each wait advances it at once.
 *
 * By default it stands still between waits; a ticking clock also advances with the machine's, so that work takes time.
 */
export class ControlledClock implements Clock {
  private time: number;
  private readonly since: number;
  private isReleased = false;

  /** @throws RangeError for a start that is not a date */
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

  /** @throws RangeError for what is not a number of milliseconds */
  async wait(milliseconds: number): Promise<void> {
    if (!Number.isFinite(milliseconds)) throw new RangeError(`Cannot wait ${milliseconds} milliseconds.`);
    // A process that has nothing else to do need not wait for a run's retries.
    if (this.isReleased) await setTimeout(Math.max(0, milliseconds), undefined, { ref: false });
    else this.time += Math.max(0, milliseconds);
  }

  /** Advances to a time, at once; an earlier time changes nothing. */
  advanceTo(date: Date): void {
    this.time += Math.max(0, date.getTime() - this.now().getTime());
  }

  /** Makes every further wait take real time. */
  release(): void {
    this.isReleased = true;
  }
}
