import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { stackConfiguration } from "../../stack/stack-configuration";
import { copyProgram, type ProgramCopy } from "./program-copy";
import { runNode, type NodeRun } from "./run-node";
import { runProgram, type RunOptions } from "./run-program";

/** The cost of a process, and how it compares with loading Pulumi's SDK; medians over the rounds. */
export interface Measurement {
  readonly name: string;
  readonly seconds: number;
  readonly peakMegabytes: number;
  /** Ratio of the seconds to those of `require("@pulumi/pulumi")` in the same round. */
  readonly ratio: number;
}

interface Case {
  readonly name: string;
  /** The exit code of a run that did what the case is about. */
  readonly exitCode: number;
  readonly run: () => Promise<NodeRun>;
}

/**
 * Measures the program's part of a preview through the SDK's `cmd/run`.
 *
 * @param rounds each runs every case once, after loading the SDK alone
 * @param tsNode also measures Pulumi's default loader, ts-node
 */
export async function measureLoading(rounds: number, tsNode: boolean): Promise<readonly Measurement[]> {
  const [copy, faulty] = await Promise.all([copyProgram(), copyProgram()]);
  try {
    await faulty.replace(
      "index.ts",
      "makeErrorsInspectable();",
      'makeErrorsInspectable(); throw new TypeError("bug");',
    );
    const cases = [...casesOf(copy, faulty), ...(tsNode ? tsNodeCases(copy) : [])];
    const runs = new Map<string, NodeRun[]>();
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, exitCode, run } of cases) {
        const result = await run();
        if (result.exitCode !== exitCode) throw new Error(`${name} ended with ${result.exitCode ?? "a signal"}`);
        runs.set(name, [...(runs.get(name) ?? []), result]);
      }
    }
    const [sdk = []] = runs.values();
    return [...runs].map(([name, results]) => ({
      name,
      seconds: median(results.map(({ seconds }) => seconds)),
      peakMegabytes: median(results.map(({ peakMegabytes }) => peakMegabytes)),
      ratio: median(results.map(({ seconds }, round) => seconds / (sdk[round]?.seconds ?? Number.NaN))),
    }));
  } finally {
    await Promise.all([copy.remove(), faulty.remove()]);
  }
}

function casesOf({ directory }: ProgramCopy, faulty: ProgramCopy): readonly Case[] {
  const preview = (options: Partial<RunOptions>) => () =>
    runProgram({ directory, configuration: tokens(1), ...options });
  return [
    { name: 'require("@pulumi/pulumi")', exitCode: 0, run: () => runNode(["-e", 'require("@pulumi/pulumi")']) },
    { name: "preview of 1 token, 19 resources", exitCode: 0, run: preview({}) },
    { name: "preview of 20 tokens", exitCode: 0, run: preview({ configuration: tokens(20) }) },
    {
      name: "error in the settings",
      exitCode: 32,
      run: preview({ configuration: stackConfiguration({ identity: "usr" }) }),
    },
    { name: "unexpected error", exitCode: 32, run: preview({ directory: faulty.directory }) },
  ];
}

/** The first run of a round has an empty cache, the second that of the first. */
function tsNodeCases({ directory }: ProgramCopy): readonly Case[] {
  let cache = 0;
  const run = async (): Promise<NodeRun> => {
    const temporaryFiles = join(directory, `cache-${cache}`);
    await mkdir(temporaryFiles, { recursive: true });
    const runtimeOptions = { typescript: true };
    return runProgram({ directory, configuration: tokens(1), runtimeOptions, entryPoint: "index.ts", temporaryFiles });
  };
  return [
    {
      name: "ts-node, cold: preview of 1 token",
      exitCode: 0,
      run: () => {
        cache += 1;
        return run();
      },
    },
    { name: "ts-node, warm: preview of 1 token", exitCode: 0, run },
  ];
}

function tokens(count: number): Readonly<Record<string, string>> {
  const list = Array.from({ length: count }, (_, index) => ({
    secretName: `token-${index}`,
    tokenUrl: "https://login.example.com/oauth2/token",
    clientId: "crm-client",
    clientSecretName: "crm-client-secret",
  }));
  return stackConfiguration({ tokens: list }, { location: "westeurope" });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
