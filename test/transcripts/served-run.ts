import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { FreshClone } from "./fresh-clone";

/** A command that stays up in a shell of its own until Ctrl-C. */
export class ServedRun {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;
  #printed = "";

  constructor(command: string, { directory, environment }: FreshClone) {
    // A process group of its own, as a terminal makes it: Ctrl-C reaches every process of the command.
    this.#child = spawn("bash", ["--noprofile", "--norc", "-c", command], {
      cwd: directory,
      env: environment,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#ended = once(this.#child, "close");
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => (this.#printed += text));
    }
  }

  /** @throws {Error} where it ends before it waits for Ctrl-C */
  async ready(): Promise<void> {
    const ended = this.#ended.then(() => true);
    while (!this.#printed.includes("Ctrl-C")) {
      const more = once(this.#child.stderr as NodeJS.EventEmitter, "data").then(() => false);
      if (await Promise.race([more, ended])) throw new Error(`It ended at once: ${this.#printed}`);
    }
  }

  /** The line that it printed of this form, in which `…` stands for anything. @throws {Error} where there is none */
  lineLike(form: string): string {
    const parts = form.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    const wanted = new RegExp(`^${parts.join("\\S*")}$`);
    const lines = this.#printed.split("\n").map((line) => line.replace(/^› +/, ""));
    const line = lines.find((each) => wanted.test(each));
    if (line === undefined) throw new Error(`It printed no line like '${form}': ${this.#printed}`);
    return line;
  }

  /** Ends it as Ctrl-C does. npm then ends itself by the same signal, whatever the exit code of its script. */
  async interrupt(): Promise<void> {
    if (this.#child.exitCode === null) process.kill(-(this.#child.pid ?? 0), "SIGINT");
    await this.#ended;
  }
}
