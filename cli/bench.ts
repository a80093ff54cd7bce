import Table from "cli-table3";
import { Command, InvalidArgumentError } from "commander";
import { keepToLoopback } from "../emulator/network";
import { measureProgram, type ProgramCost } from "../local/bench/measure-program";
import { measureRun } from "../local/bench/measure-run";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options {
  readonly json?: boolean;
  readonly largest: number;
}

const command = new Command("npm run bench --")
  .description("Measures npm start, and the program against one that only registers the same resources.")
  .option("--json", "one JSON document (npm run bench --silent -- --json)")
  .option("--largest <tokens>", "leave out programs with more tokens than this", parseTokens, 1000);

/** Numbers of tokens; a round of the largest takes minutes, so there is one, and of the smallest too little for few. */
const sizes = [
  { tokens: 1, rounds: 31 },
  { tokens: 10, rounds: 9 },
  { tokens: 100, rounds: 5 },
  { tokens: 1000, rounds: 1 },
];
const runs = 5;

runCommand(command, async () => {
  const options = command.opts<Options>();
  // A program that never ends lets the process end instead: that is a failure.
  process.exitCode = exitCodes.failed;
  const run = await measureRun(runs);
  keepToLoopback();
  await measureProgram(1, 1);
  const programs: ProgramCost[] = [];
  for (const { tokens, rounds } of sizes.filter((size) => size.tokens <= options.largest))
    programs.push(await measureProgram(tokens, rounds));
  process.stdout.write(options.json === true ? `${JSON.stringify({ run, programs }, undefined, 2)}\n` : text());
  return exitCodes.succeeded;

  function text(): string {
    const table = new Table({
      head: ["tokens", "resources", "program", "bare", "ratio", "a token"],
      style: { head: [], border: [] },
    });
    for (const { tokens, resources, programMilliseconds, bareMilliseconds, ratio } of programs) {
      const own = `${(programMilliseconds / tokens).toFixed(2)} ms`;
      const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
      table.push([
        tokens,
        resources,
        milliseconds(programMilliseconds),
        milliseconds(bareMilliseconds),
        ratio.toFixed(2),
        own,
      ]);
    }
    return [
      `npm start: ${run.seconds.toFixed(2)} s, ${run.peakMemoryMegabytes.toFixed(0)} MB (medians of ${run.runs}; goals: 3 s, 220 MB)`,
      "",
      `The program against a bare one that registers the same resources (medians; goal: a ratio of 1.15 at most)`,
      table.toString(),
      "",
    ].join("\n");
  }
});

function parseTokens(value: string): number {
  const tokens = Number(value);
  if (Number.isInteger(tokens) && tokens > 0) return tokens;
  throw new InvalidArgumentError("Expected a whole number above 0.");
}
