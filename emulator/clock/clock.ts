/** Current time, and waiting. */
export interface Clock {
  now(): Date;
  /** Waits: at once on a controlled clock, in real time once it is released. Returns at once for 0 or less. */
  wait(milliseconds: number): Promise<void>;
}
