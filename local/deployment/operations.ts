import type { DeploymentFailure } from "./deployment-error";

/**
 * The operations of a deployment: what is under way, and what failed.
 *
 * An operation that fails never settles, because Pulumi's runtime without an engine hangs or loses the message when it
 * receives an error. After the first failure those under way run to their end, and no other begins, as in Pulumi's own
 * engine.
 */
export class Operations {
  readonly failures: DeploymentFailure[] = [];
  #underWay = 0;
  #settle: () => void = () => undefined;
  /** Settles once something failed and nothing is under way any more. */
  readonly failed = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  /** Runs an operation; the promise never settles if it fails, or if another one did before. */
  async run<Result>(of: DeploymentFailure["of"], operation: () => Promise<Result> | Result): Promise<Result> {
    if (this.failures.length > 0) return never();
    this.#underWay += 1;
    try {
      const result = await operation();
      this.#ended();
      return result;
    } catch (error) {
      this.failures.push({ ...(of === undefined ? {} : { of }), error });
      this.#ended();
      return never();
    }
  }

  /** Runs a look-up, whose failure is the program's to handle; the promise never settles if an operation failed before. */
  async lookUp<Result>(operation: () => Promise<Result>): Promise<Result> {
    if (this.failures.length > 0) return never();
    this.#underWay += 1;
    try {
      return await operation();
    } finally {
      this.#ended();
    }
  }

  /** Records a failure that is not an operation's. */
  fail(failure: DeploymentFailure): void {
    this.failures.push(failure);
    this.#look();
  }

  #ended(): void {
    this.#underWay -= 1;
    this.#look();
  }

  #look(): void {
    if (this.failures.length > 0 && this.#underWay === 0) this.#settle();
  }
}

function never<Result>(): Promise<Result> {
  return new Promise(() => undefined);
}
