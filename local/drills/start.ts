import { Command, CommanderError } from "commander";
import { keepToLoopback } from "../network";
import { drills } from ".";
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
  const chosen = options.only === undefined ? drills : drills.filter(({ name }) => name === options.only);
  if (chosen.length === 0) {
    const names = drills.map(({ name }) => name).join(", ");
    command.error(`error: there is no drill '${options.only ?? ""}'. There are: ${names}`);
  }
  keepToLoopback();
  const results = await runAll(chosen);
  const held = results.every((result) => result.held);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify({ held, results }, undefined, 2)}\n`);
  } else {
    const { renderDrills } = await import("./render-drills.js");
    const { isTTY, columns } = process.stdout;
    const terminal = { width: isTTY ? columns : 120, colour: isTTY && process.env.NO_COLOR === undefined };
    process.stdout.write(renderDrills(results, terminal));
  }
  return held ? 0 : 1;
}

async function runAll(chosen: readonly Drill[]): Promise<readonly DrillResult[]> {
  // Imported now: --help and a wrong option need none of it.
  const { createDrillStack } = await import("./drill-stack.js");
  const { runDrill } = await import("./run-drill.js");
  const stack = await createDrillStack();
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
