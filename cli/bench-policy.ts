import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Table from "cli-table3";
import { Command } from "commander";
import type { EvaluationCost } from "../policy/bench/evaluate-generated";
import { measurePackStart } from "../policy/bench/measure-pack-start";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run bench:policy --")
  .description("Measures the rules on generated stacks, and how long the pack's process takes until it answers.")
  .option("--json", "one JSON document (npm run bench:policy --silent -- --json)");

const root = join(__dirname, "..");
const sizes = [1000, 5000, 10_000];
const runs = 5;

runCommand(command, async () => {
  const options = command.opts<{ readonly json?: boolean }>();
  const evaluations: EvaluationCost[] = [];
  for (const size of sizes) evaluations.push(middle(await repeat(() => evaluate(size)), (each) => each.milliseconds));
  const folder = join(root, "policy");
  const isBundled = existsSync(join(folder, "dist", "index.js"));
  const startMilliseconds = isBundled ? middle(await repeat(() => measurePackStart(folder)), Number) : undefined;
  process.stdout.write(
    options.json === true
      ? `${JSON.stringify({ runs, evaluations, startMilliseconds }, undefined, 2)}\n`
      : render(evaluations, startMilliseconds),
  );
  return exitCodes.succeeded;
});

/** Each in a process of its own, so that none warms up the next one or adds to its memory. */
async function evaluate(resources: number): Promise<EvaluationCost> {
  const program = ["run.mjs", "policy/bench/evaluate-generated.ts", String(resources)];
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root });
  return JSON.parse(stdout) as EvaluationCost;
}

async function repeat<Result>(measure: () => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await measure());
  return results;
}

/** The one in the middle. */
function middle<Item>(items: readonly Item[], by: (item: Item) => number): Item {
  const [item] = [...items].sort((a, b) => by(a) - by(b)).slice(Math.floor(items.length / 2));
  if (item === undefined) throw new Error("Nothing was measured.");
  return item;
}

function render(evaluations: readonly EvaluationCost[], startMilliseconds: number | undefined): string {
  const table = new Table({
    head: ["resources", "workflows", "findings", "undecided", "evaluation", "a resource", "memory"],
    style: { head: [], border: [] },
  });
  for (const { resources, workflows, findings, undecided, milliseconds, peakMemoryMegabytes } of evaluations) {
    table.push([
      resources,
      workflows,
      findings,
      undecided,
      `${milliseconds.toFixed(0)} ms`,
      `${(milliseconds / resources).toFixed(3)} ms`,
      `${peakMemoryMegabytes.toFixed(0)} MB`,
    ]);
  }
  const start =
    startMilliseconds === undefined
      ? "The pack is not bundled yet (npm ci does it), so its start is not measured."
      : `Start of the pack until it answers: ${(startMilliseconds / 1000).toFixed(2)} s (goal: 1.5 s).`;
  return [
    `Every rule, on generated stacks (medians of ${runs}; goals for 10,000 resources: 2 s, 400 MB)`,
    table.toString(),
    start,
    "",
  ].join("\n");
}
