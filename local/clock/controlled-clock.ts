import type { Clock } from ".";

/** A clock that only its owner and those who wait move on, so that nobody has to wait for real. */
export class ControlledClock implements Clock {
  private time: number;

  constructor(start: Date) {
    this.time = start.getTime();
  }

  now(): Date {
    return new Date(this.time);
  }

  wait(milliseconds: number): Promise<void> {
    this.time += Math.max(0, milliseconds);
    return Promise.resolve();
  }

  /** Moves on to a time; time that has passed already stays passed. */
  advanceTo(date: Date): void {
    this.time = Math.max(this.time, date.getTime());
  }
}
