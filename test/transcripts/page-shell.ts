import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { FreshClone } from "./fresh-clone";

/** How a command ended. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One shell, in which the commands of a page run one after the other, without input and without a terminal. */
export class PageShell {
  readonly #child: ChildProcess;
  readonly #exitCodes: AsyncIterator<string>;
  readonly #folder: string;

  constructor({ directory, environment }: FreshClone) {
    this.#folder = mkdtempSync(join(environment.TMPDIR ?? "", "shell-"));
    this.#child = spawn("bash", ["--noprofile", "--norc"], {
      cwd: directory,
      env: environment,
      detached: true,
      stdio: ["pipe", "ignore", "inherit", "pipe"],
    });
    this.#exitCodes = createInterface({ input: this.#child.stdio[3] as Readable })[Symbol.asyncIterator]();
  }

  /** @throws {Error} where the command ends the shell itself */
  async run(command: string): Promise<Ended> {
    const [stdout, stderr] = ["stdout", "stderr"].map((name) => join(this.#folder, name)) as [string, string];
    this.#child.stdin?.write(`{\n${command}\n} </dev/null >'${stdout}' 2>'${stderr}' 3>&-\nprintf '%s\\n' "$?" >&3\n`);
    const next = await this.#exitCodes.next();
    if (next.done === true) throw new Error(`The shell ended with: ${command}`);
    return { exitCode: Number(next.value), stdout: readFileSync(stdout, "utf8"), stderr: readFileSync(stderr, "utf8") };
  }

  /** Ends the shell and whatever still runs in it. */
  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const closed = once(this.#child, "close");
    process.kill(-(this.#child.pid ?? 0), "SIGKILL");
    await closed;
  }
}
