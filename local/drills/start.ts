import { Command, CommanderError } from "commander";
import { closest } from "fastest-levenshtein";
import { keepToLoopback } from "../network";
import type { Drill } from "./drill";
import type { DrillResult } from "./run-drill";

const command = new Command("npm run drills --")
  .description("Lets faults happen to refreshes on the stand-in of Azure, and compares what comes of them.")
  .option("--json", "one JSON document on standard output (npm run drills --silent -- --json)")
  .option("--only <name>", "one drill")
  .allowExcessArguments(false)
  .addHelpText("after", `\nExit code: 0 if every drill goes as expected, 1 if one does not, 2 if an option is wrong.`)
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
  const { drills } = await import("./index.js");
  const chosen = options.only === undefined ? drills : drills.filter(({ name }) => name === options.only);
  if (chosen.length === 0) command.error(noDrillCalled(options.only ?? "", drills));
  const { createProgress } = await import("../report/index.js");
  const { appearanceOn, hasColours } = await import("../../terminal/index.js");
  const progress = createProgress(process.stderr, { colour: hasColours(process.stderr) });
  keepToLoopback();
  const results = await runAll(chosen, progress);
  const held = results.every((result) => result.held);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results }, undefined, 2)}\n`);
  } else {
    const { renderDrills } = await import("./render-drills.js");
    process.stdout.write(renderDrills(results, appearanceOn(process.stdout, 140)));
  }
  return held ? 0 : 1;
}

function noDrillCalled(name: string, drills: readonly Drill[]): string {
  const names = drills.map((drill) => drill.name);
  return `error: there is no drill '${name}'. Did you mean ${closest(name, names)}? There are: ${names.join(", ")}`;
}

async function runAll(chosen: readonly Drill[], progress: (line: string) => void): Promise<readonly DrillResult[]> {
  const { createDrillStack } = await import("./drill-stack.js");
  const { runDrill } = await import("./run-drill.js");
  progress("Deploying a stack with a token for each grant and path to write");
  const stack = await createDrillStack();
  progress("Letting each fault happen where it can");
  try {
    const results: DrillResult[] = [];
    for (const drill of chosen) {
      for (const combination of drill.where) results.push(await runDrill(stack, drill, combination));
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
