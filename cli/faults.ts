import { Command } from "commander";
import { closest } from "fastest-levenshtein";
import { keepToLoopback } from "../emulator/network";
import type { Fault } from "../local/faults/fault";
import type { FaultResult } from "../local/faults/run-fault";
import { exitCodes, runCommand } from "./run-command";

interface Options {
  readonly json?: boolean;
  readonly only?: string;
  readonly readings?: boolean;
}

const command = new Command("npm run faults --")
  .description("Injects faults into refreshes on the emulator of Azure, and compares the outcomes with those expected.")
  .option("--json", "one JSON document on standard output (npm run faults --silent -- --json)")
  .option("--only <name>", "one fault")
  .option("--readings", "under combinations of every two alternatives of what Azure's documents leave open")
  .addHelpText("after", `\nExit code: 0 if every fault goes as expected, 1 if one does not, 2 if an option is wrong.`);

runCommand(command, async () => {
  const options = command.opts<Options>();
  // Imported now: --help and a wrong option need none of it.
  const { faults } = await import("../local/faults/index.js");
  const chosen = options.only === undefined ? faults : faults.filter(({ name }) => name === options.only);
  if (chosen.length === 0) command.error(unknownFault(options.only ?? "", faults));
  const { createProgress } = await import("../local/report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const progress = createProgress(process.stderr, { colour: hasColours(process.stderr) });
  keepToLoopback();
  const { runFaults } = await import("../local/faults/run-faults.js");
  const { everyPairOfReadings } = await import("../local/readings/every-pair.js");
  const { defaultReadings } = await import("../emulator/provenance/index.js");
  const combinations = options.readings === true ? everyPairOfReadings() : [defaultReadings];
  const results: FaultResult[] = [];
  for (const readings of combinations) results.push(...(await runFaults(chosen, progress, readings)));
  const held = results.every((result) => result.held);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results }, undefined, 2)}\n`);
  } else {
    const { renderFaults } = await import("../local/faults/render-faults.js");
    process.stdout.write(renderFaults(results, appearanceOn(process.stdout, 140)));
  }
  return held ? exitCodes.succeeded : exitCodes.failed;
});

function unknownFault(name: string, faults: readonly Fault[]): string {
  const names = faults.map((fault) => fault.name);
  return `error: unknown fault '${name}'. Did you mean ${closest(name, names)}? Known faults: ${names.join(", ")}`;
}
