import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** `npm start` in a process of its own. */
export interface StartedProcess {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Waits for a text on standard error. @throws {Error} where the process ends without it */
  says(text: string): Promise<void>;
  /** Waits for the end; gives the exit code. */
  end(): Promise<number | null>;
}

/** Starts `cli/start.ts`, or another program, as `npm start` does in a pipeline: without a terminal, and in `CI`. */
export function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  entry = "cli/start.ts",
): StartedProcess {
  const child = spawn(process.execPath, ["run.mjs", entry, ...args], {
    env: { ...process.env, NODE_OPTIONS: "", CI: "true", NO_COLOR: undefined, FORCE_COLOR: undefined, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    says: async (text) => {
      while (!stderr.includes(text)) {
        const more = once(child.stderr, "data");
        const last = await Promise.race([more.then(() => false), ended.then(() => true)]);
        if (last && !stderr.includes(text)) throw new Error(`It ended without saying '${text}': ${stderr}`);
      }
    },
    end: async () => {
      await ended;
      return child.exitCode;
    },
  };
}
