/** Lets at most a number of runs go on at once; the others wait in order. */
export class RunQueue {
  private active = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param limit @default no limit */
  constructor(private readonly limit = Number.POSITIVE_INFINITY) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.active >= this.limit) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.active += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // A waiting run takes over the place of the one that ended.
      if (next === undefined) this.active -= 1;
      else next();
    }
  }
}
