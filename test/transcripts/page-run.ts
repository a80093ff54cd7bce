import type { FreshClone } from "./fresh-clone";
import { type PageCommand, type PrintedCommands, withoutComment } from "./page";
import { PageShell, type Ended } from "./page-shell";
import { ServedRun } from "./served-run";

/** Commands that `.ci/run` has run by then: one replaces node_modules, the other takes minutes. */
export const runByCi: readonly string[] = ["npm ci", "npm test"];

/** A page whose commands are being run, in its order. */
export class PageRun {
  readonly #clone: FreshClone;
  readonly #shell: PageShell;
  readonly #outputs = new Map<string, string>();
  readonly #served = new Map<string, ServedRun>();

  constructor(clone: FreshClone) {
    this.#clone = clone;
    this.#shell = new PageShell(clone);
  }

  /** Runs a command as written; gives what went wrong, or nothing. One with `--serve` stays up until the page ends. */
  async run(command: PageCommand): Promise<string | undefined> {
    const name = withoutComment(command.text);
    if (command.marked || runByCi.includes(name)) return undefined;
    if (/ --serve\b/.test(name)) {
      const served = new ServedRun(command.text, this.#clone);
      this.#served.set(name, served);
      await served.ready();
      return undefined;
    }
    const ended = await this.#shell.run(command.text);
    this.#outputs.set(name, ended.stdout);
    return problemOf(ended, command.exitCode);
  }

  /** Runs the lines that a served command printed, in the page's shell; gives what went wrong, or nothing. */
  async runPrinted({ by, lines }: PrintedCommands): Promise<string | undefined> {
    const served = this.#served.get(by);
    if (served === undefined) throw new Error(`The page does not run '${by}' before this.`);
    for (const line of lines) {
      const ended = await this.#shell.run(served.lineLike(line));
      this.#outputs.set(line, ended.stdout);
      const problem = problemOf(ended, 0);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  /** Standard output of a command that was run. @throws {Error} where it was not */
  outputOf(command: string): string {
    const output = this.#outputs.get(command);
    if (output === undefined) throw new Error(`The page does not run '${command}' before this.`);
    return output;
  }

  /** Presses Ctrl-C where something is served, and closes the shell. */
  async close(): Promise<void> {
    await Promise.all([...this.#served.values()].map((served) => served.interrupt()));
    await this.#shell.close();
  }
}

function problemOf({ exitCode, stdout, stderr }: Ended, expected: number): string | undefined {
  return exitCode === expected ? undefined : `exit code ${exitCode} instead of ${expected}\n${stdout}${stderr}`;
}
