import { Command, CommanderError } from "commander";
import { closest } from "fastest-levenshtein";
import { keepToLoopback } from "../emulator/network";
import type { Fault } from "../local/faults/fault";
import type { FaultResult } from "../local/faults/run-fault";

const command = new Command("npm run faults --")
  .description("Lets faults happen to refreshes on the stand-in of Azure, and compares what comes of them.")
  .option("--json", "one JSON document on standard output (npm run faults --silent -- --json)")
  .option("--only <name>", "one fault")
  .allowExcessArguments(false)
  .addHelpText("after", `\nExit code: 0 if every fault goes as expected, 1 if one does not, 2 if an option is wrong.`)
  .exitOverride();

start().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.exitCode = explain(error);
  },
);

async function start(): Promise<number> {
  const options = command.parse().opts<{ readonly json?: boolean; readonly only?: string }>();
  // Imported now: --help and a wrong option need none of it.
  const { faults } = await import("../local/faults/index.js");
  const chosen = options.only === undefined ? faults : faults.filter(({ name }) => name === options.only);
  if (chosen.length === 0) command.error(unknownFault(options.only ?? "", faults));
  const { createProgress } = await import("../local/report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const progress = createProgress(process.stderr, { colour: hasColours(process.stderr) });
  keepToLoopback();
  const results = await runAll(chosen, progress);
  const held = results.every((result) => result.held);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results }, undefined, 2)}\n`);
  } else {
    const { renderFaults } = await import("../local/faults/render-faults.js");
    process.stdout.write(renderFaults(results, appearanceOn(process.stdout, 140)));
  }
  return held ? 0 : 1;
}

function unknownFault(name: string, faults: readonly Fault[]): string {
  const names = faults.map((fault) => fault.name);
  return `error: there is no fault '${name}'. Did you mean ${closest(name, names)}? There are: ${names.join(", ")}`;
}

async function runAll(chosen: readonly Fault[], progress: (line: string) => void): Promise<readonly FaultResult[]> {
  const { createFaultStack } = await import("../local/faults/fault-stack.js");
  const { runFault } = await import("../local/faults/run-fault.js");
  progress("Deploying a stack with a token for each grant and path to write");
  const stack = await createFaultStack();
  progress("Letting each fault happen where it can");
  try {
    const results: FaultResult[] = [];
    for (const fault of chosen) {
      for (const combination of fault.where) results.push(await runFault(stack, fault, combination));
    }
    return results;
  } finally {
    await stack.stack.azure.close();
  }
}

function explain(error: unknown): number {
  // commander has printed its own message, or the help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
