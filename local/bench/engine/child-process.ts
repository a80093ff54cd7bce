import { fork, type ChildProcess } from "node:child_process";
import type { Interruption } from "./operation-cost";

/** Message of a child process, or the reason why there is none. */
export type ChildResult<Message> = { readonly message: Message } | { readonly interruption: Interruption };

/** A program of this project in a process of its own. */
export interface Child<Message> {
  /** Its first message. */
  readonly first: Promise<ChildResult<Message>>;
  /** Sends it a message. @returns its answer */
  ask(this: void): Promise<unknown>;
  /** Ends it and every process that it started. */
  end(this: void): void;
}

const keptErrorLength = 4000;

/** Starts a TypeScript program of this project; after so many milliseconds it is ended. */
export function startChild<Message>(
  file: string,
  args: readonly string[],
  options: { readonly milliseconds: number; readonly nodeOptions?: readonly string[] },
): Child<Message> {
  const { milliseconds, nodeOptions = [] } = options;
  const child = fork("run.mjs", [file, ...args], { silent: true, detached: true, execArgv: [...nodeOptions] });
  const end = (): void => {
    endGroup(child);
  };
  process.once("exit", end);
  child.once("exit", () => {
    process.off("exit", end);
    // What it started may outlive it.
    end();
  });
  return {
    first: firstMessage<Message>(child, milliseconds, end),
    ask: () =>
      new Promise((resolve, reject) => {
        child.once("message", resolve);
        child.once("exit", reject);
        child.send("progress");
      }),
    end,
  };
}

async function firstMessage<Message>(
  child: ChildProcess,
  milliseconds: number,
  end: () => void,
): Promise<ChildResult<Message>> {
  let timedOut = false;
  let errors = "";
  child.stdout?.resume();
  child.stderr?.on("data", (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-keptErrorLength);
  });
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, milliseconds);
  try {
    return await new Promise((resolve) => {
      child.once("message", (message) => {
        resolve({ message: message as Message });
      });
      // Not at "exit": the last errors may still be on their way.
      child.once("close", (_, signal) => {
        resolve({ interruption: interruptionOf({ timedOut, signal, errors, seconds: milliseconds / 1000 }) });
      });
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Reads how a process ended that sent nothing. */
export function interruptionOf(ending: {
  readonly timedOut: boolean;
  readonly signal: string | null;
  /** Last part of its standard error. */
  readonly errors: string;
  /** Time that it had. */
  readonly seconds: number;
}): Interruption {
  const { timedOut, signal, errors, seconds } = ending;
  if (timedOut) return { cause: "time", message: `it was ended after ${seconds.toFixed(0)} s, the time that was left` };
  const outOfMemory = /^.*(?:heap out of memory|cannot allocate memory|out of memory).*$/im.exec(errors)?.[0];
  if (outOfMemory !== undefined) return { cause: "memory", message: outOfMemory.trim() };
  // Nothing here sends SIGKILL to a process that has time left: Linux does when memory is short.
  if (signal === "SIGKILL" || errors.includes("ended by SIGKILL")) {
    return { cause: "memory", message: "the system ended the process (SIGKILL), as it does when memory is short" };
  }
  const lines = errors.split("\n").filter((line) => line.trim() !== "");
  return {
    cause: "error",
    message: lines.slice(-5).join("\n") || `the process ended${signal === null ? "" : ` by ${signal}`}`,
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}
