import { Command } from "commander";
import { closest } from "fastest-levenshtein";
import { keepToLoopback } from "../emulator/network";
import type { Fault } from "../local/faults/fault";
import type { Readings } from "../emulator/provenance";
import type { FaultResult } from "../local/faults/run-fault";
import type { ReadingProof } from "../local/readings/run-proofs-under";
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
  .option(
    "--readings",
    "and the proofs, under combinations of every two alternatives of what Azure's documents leave open",
  )
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
  const proofs = options.readings === true ? await proveUnder(combinations, progress) : undefined;
  const held =
    results.every((result) => result.held) && (proofs ?? []).every((proof) => proof.held && proof.control.held);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results, proofs }, undefined, 2)}\n`);
  } else {
    const { renderFaults } = await import("../local/faults/render-faults.js");
    const appearance = appearanceOn(process.stdout, 140);
    process.stdout.write(renderFaults(results, appearance));
    const { renderReadingProofs } = await import("../local/readings/render-reading-proofs.js");
    if (proofs !== undefined) process.stdout.write(renderReadingProofs(proofs, appearance));
  }
  return held ? exitCodes.succeeded : exitCodes.failed;
});

/** Runs the proofs of the built-in stack under each combination of readings. */
async function proveUnder(
  combinations: readonly Readings[],
  progress: (line: string) => void,
): Promise<readonly ReadingProof[]> {
  const { runProofsUnder } = await import("../local/readings/run-proofs-under.js");
  progress("Running the proofs of the built-in stack under each combination of readings");
  const proofs: ReadingProof[] = [];
  for (const readings of combinations) proofs.push(...(await runProofsUnder(readings)));
  return proofs;
}

function unknownFault(name: string, faults: readonly Fault[]): string {
  const names = faults.map((fault) => fault.name);
  return `error: unknown fault '${name}'. Did you mean ${closest(name, names)}? Known faults: ${names.join(", ")}`;
}
