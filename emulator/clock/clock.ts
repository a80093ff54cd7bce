/** Tells the time, and lets it pass. */
export interface Clock {
  now(): Date;
  /** Lets time pass: at once on a controlled clock, really once that is released. Nothing passes for 0 or less. */
  wait(milliseconds: number): Promise<void>;
}
