export { ControlledClock } from "./controlled-clock";
export { SystemClock } from "./system-clock";

/** Tells the time to everything in the stand-in, and lets it pass. */
export interface Clock {
  now(): Date;
  /** Lets time pass: at once on a controlled clock, really on the system's. */
  wait(milliseconds: number): Promise<void>;
}
