import { Option } from "commander";
import { keepToLoopback } from "../emulator/network";
import { nearest } from "../settings/problems/nearest";
import type { AnyFault } from "../local/faults";
import type { Readings } from "../emulator/provenance";
import type { AnyFaultResult } from "../local/faults/run-faults";
import type { ReadingProof } from "../local/readings/run-proofs-under";
import { createCommand, detailOf, withDetail, type DetailOptions } from "./command-line/create-command";
import { OptionError } from "./command-line/option-error";
import { progressShown } from "./command-line/progress-shown";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options extends DetailOptions {
  readonly json?: boolean;
  readonly list?: boolean;
  readonly only?: string;
  readonly readings?: boolean;
  readonly report?: string;
}

const command = withDetail(
  createCommand(
    "npm run faults",
    "Injects faults into refreshes and consumers on the emulator of Azure, and compares the outcomes with those expected.",
    "0 if every fault goes as expected, 1 if one does not, 2 if an option is wrong",
  )
    .option("--list", "list the faults with their expected outcomes, and run none")
    .option("--only <name>", "one fault, with its outcomes")
    .option(
      "--readings",
      "and the proofs, under combinations of every two alternatives of what Azure's documents leave open",
    )
    .option("--json", "one JSON document on standard output (npm run faults --silent -- --json)")
    .addOption(
      new Option(
        "--report <file>",
        "write one HTML page with the outcomes to a new file, or in place of an earlier page",
      ).conflicts("list"),
    ),
);

runCommand(command, async () => {
  const options = command.opts<Options>();
  // Imported now: --help and a wrong option need none of it.
  const { faultGroups, faults } = await import("../local/faults/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const appearance = appearanceOn(process.stdout);
  if (options.list === true) {
    const { renderFaultList } = await import("../local/faults/render-fault-list.js");
    process.stdout.write(renderFaultList(faultGroups, appearance));
    return exitCodes.succeeded;
  }
  const chosen = options.only === undefined ? faults : faults.filter(({ name }) => name === options.only);
  if (chosen.length === 0) throw new OptionError(describeUnknownFault(options.only ?? "", faults));
  if (options.report !== undefined) {
    const { checkPageFile } = await import("../local/page/page-file.js");
    await checkPageFile(options.report);
  }
  const detail = options.only === undefined ? detailOf(options) : detailOf({ verbose: true, ...options });
  const { createProgress } = await import("../local/report/index.js");
  const progress = createProgress(process.stderr, {
    colour: hasColours(process.stderr),
    shows: progressShown[detail],
  });
  keepToLoopback();
  const { runFaults } = await import("../local/faults/run-faults.js");
  const { everyPairOfReadings } = await import("../local/readings/every-pair.js");
  const { defaultReadings } = await import("../emulator/provenance/index.js");
  const combinations = options.readings === true ? everyPairOfReadings() : [defaultReadings];
  const results: AnyFaultResult[] = [];
  for (const readings of combinations) results.push(...(await runFaults(chosen, progress, readings)));
  const proofs = options.readings === true ? await proveUnder(combinations, progress) : undefined;
  const held =
    results.every((result) => result.held) && (proofs ?? []).every((proof) => proof.held && proof.control.held);
  const groups = new Map(
    Object.entries(faultGroups).flatMap(([group, own]) => own.map(({ name }) => [name, group] as const)),
  );
  if (options.report !== undefined) {
    const { writePage } = await import("../local/page/page-file.js");
    const { renderFaultsPage } = await import("../local/page/faults-page.js");
    await writePage(options.report, renderFaultsPage({ held, results, proofs }, groups));
    progress(`Wrote the page ${options.report}`);
  }
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results, proofs }, undefined, 2)}\n`);
  } else {
    const { renderFaults } = await import("../local/faults/render-faults.js");
    const { renderReadingProofs } = await import("../local/readings/render-reading-proofs.js");
    if (proofs !== undefined) process.stdout.write(renderReadingProofs(proofs, appearance));
    process.stdout.write(renderFaults(results, groups, appearance, detail));
    if (detail === "usual") {
      process.stdout.write("Next: npm run faults -- --list lists them, --only NAME runs one, --verbose shows all.\n");
    }
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

function describeUnknownFault(name: string, faults: readonly AnyFault[]): string {
  const suggestion = nearest(
    name,
    faults.map((fault) => fault.name),
  );
  const meant = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  return `--only ${name}: there is no such fault.${meant} npm run faults -- --list lists them.`;
}
