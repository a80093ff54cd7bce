import Table from "cli-table3";
import { Command, InvalidArgumentError } from "commander";
import { measureLoading, type Measurement } from "../local/bench/language-host/measure-loading";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run bench:program --")
  .description("Measures the program in Pulumi's Node language host: loading it, and its errors.")
  .option("--json", "one JSON document (npm run bench:program --silent -- --json)")
  .option("--rounds <number>", "number of measurements of each case", parseRounds, 5)
  .option("--ts-node", "also with Pulumi's default loader, cold and warm");

interface Options {
  readonly json?: boolean;
  readonly rounds: number;
  readonly tsNode?: boolean;
}

runCommand(command, async () => {
  const { json = false, rounds, tsNode = false } = command.opts<Options>();
  const measurements = await measureLoading(rounds, tsNode);
  process.stdout.write(
    json ? `${JSON.stringify({ rounds, measurements }, undefined, 2)}\n` : text(measurements, rounds),
  );
  return exitCodes.succeeded;
});

function parseRounds(value: string): number {
  const rounds = Number(value);
  if (Number.isInteger(rounds) && rounds > 0) return rounds;
  throw new InvalidArgumentError("Expected a whole number above 0.");
}

function text(measurements: readonly Measurement[], rounds: number): string {
  const table = new Table({ head: ["process", "time", "peak memory", "ratio"], style: { head: [], border: [] } });
  for (const { name, seconds, peakMegabytes, ratio } of measurements)
    table.push([name, `${seconds.toFixed(2)} s`, `${peakMegabytes.toFixed(0)} MB`, ratio.toFixed(1)]);
  return [
    `The program through @pulumi/pulumi/cmd/run, medians of ${rounds}. Ratio: of the time to that of loading Pulumi's SDK.`,
    "Goals on an idle machine: a preview in 4 s and 300 MB, an error in 3 s and 300 MB.",
    table.toString(),
    "",
  ].join("\n");
}
