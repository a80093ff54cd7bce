import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";

/** A Node process that has ended. */
export interface NodeRun {
  readonly exitCode: number | null;
  /** Standard output and standard error. */
  readonly output: string;
  /** From the start of the process to its end. */
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/** Runs Node and measures it, without what a test runner adds to the environment. */
export async function runNode(
  args: readonly string[],
  { cwd = ".", env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<NodeRun> {
  const scratch = await mkdtemp(join(tmpdir(), "node-run-"));
  try {
    const peakFile = join(scratch, "peak-memory");
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      cwd,
      env: {
        ...withoutTestRunner(process.env),
        ...env,
        NODE_OPTIONS: `--require ${JSON.stringify(resolve("local/bench/language-host/report-peak-memory.cjs"))}`,
        PEAK_MEMORY_FILE: peakFile,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = Promise.all([text(child.stdout), text(child.stderr)]);
    const [exitCode] = (await once(child, "exit")) as [number | null];
    const seconds = (performance.now() - start) / 1000;
    const peakBytes = Number(await readFile(peakFile, "utf8"));
    return { exitCode, output: (await output).join(""), seconds, peakMegabytes: peakBytes / 1024 / 1024 };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

function withoutTestRunner(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([key]) => !/^(NODE_|MOCHA_|PULUMI_|TS_NODE_|TSX_)/.test(key)),
  );
}
