import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import { keepToLoopback } from "../emulator/network";
import { createCommand, detailOf, withDetail, type DetailOptions } from "./command-line/create-command";
import { OptionError } from "./command-line/option-error";
import { progressShown } from "./command-line/progress-shown";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options extends DetailOptions {
  readonly json?: boolean;
  readonly only?: readonly number[];
  readonly processes: number;
}

const command = withDetail(
  createCommand(
    "npm run matrix",
    "Runs stacks of every two settings together through npm start, the policy pack and npm run verify on the emulator.",
    "0 if every stack does what is expected, 1 if one does not, 2 if an option is wrong",
  )
    .option("--json", "one JSON document on standard output (npm run matrix --silent -- --json)")
    .option("--only <numbers>", "some of the stacks, such as 7 or 7,12, with their options", parseNumbers)
    .option("--processes <count>", "how many processes share the stacks", parseCount, availableParallelism()),
);

runCommand(command, async () => {
  const { json, only, processes, ...detailOptions } = command.opts<Options>();
  const detail = only === undefined ? detailOf(detailOptions) : detailOf({ verbose: true, ...detailOptions });
  // Imported now: --help and a wrong option need none of it.
  const { generateMatrix } = await import("../local/matrix/generate-stacks.js");
  const { stacks: all } = generateMatrix();
  const unknown = only?.find((number) => number > all.length);
  if (unknown !== undefined)
    throw new OptionError(`--only ${unknown}: there is no such stack. The last one is ${all.length}.`);
  const stacks = all.filter(({ number }) => only?.includes(number) ?? true);
  const { createProgress } = await import("../local/report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const progress = createProgress(process.stderr, {
    colour: hasColours(process.stderr),
    shows: progressShown[detail],
  });
  keepToLoopback();
  const { runMatrix } = await import("../local/matrix/run-matrix.js");
  const { runInProcesses } = await import("../local/matrix/run-in-processes.js");
  const results =
    processes === 1 ? await runMatrix(stacks, progress) : await runInProcesses(stacks, processes, progress);
  const { holds, toJson } = await import("../local/matrix/matrix-report.js");
  const { renderMatrix } = await import("../local/matrix/render-matrix.js");
  const seconds = process.uptime();
  process.stdout.write(
    json === true ? toJson(results, seconds) : renderMatrix(results, seconds, appearanceOn(process.stdout), detail),
  );
  if (json !== true && detail === "usual") {
    process.stdout.write(
      "Next: npm run matrix -- --only NUMBER runs one stack, --verbose lists all with their options.\n",
    );
  }
  return results.every(holds) ? exitCodes.succeeded : exitCodes.failed;
});

function parseNumbers(value: string): readonly number[] {
  const numbers = value.split(",").map(Number);
  if (numbers.every((number) => Number.isInteger(number) && number > 0)) return numbers;
  throw new InvalidArgumentError("Expected numbers of stacks, such as 7 or 7,12.");
}

function parseCount(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count > 0 && count <= 64) return count;
  throw new InvalidArgumentError("Expected a whole number from 1 to 64.");
}
