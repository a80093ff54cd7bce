import { Command, InvalidArgumentError } from "commander";
import { measureSize } from "../local/bench/engine/measure-size";
import { renderEngineBench } from "../local/bench/engine/render-engine-bench";
import { isComplete, type SizeResult } from "../local/bench/engine/size-result";
import { generatedTokens } from "../local/bench/tokens";
import { project } from "../local/stack/project";
import { exitCodes, runCommand } from "./command-line/run-command";

const command = new Command("npm run bench:engine --")
  .description("Measures preview, up and an unchanged up of the program and of a bare one under Pulumi's engine.")
  .option("--minutes <number>", "budget of the whole bench", parsePositive, 30)
  .option("--sizes <tokens>", "numbers of tokens, separated by commas", parseSizes, [10, 100, 1000])
  .option("--authorization-model <model>", "rbac or accessPolicy", "rbac")
  .option("--json", "one JSON document (npm run bench:engine --silent -- --json)", false);

interface Options {
  readonly minutes: number;
  readonly sizes: readonly number[];
  readonly authorizationModel: string;
  readonly json: boolean;
}

// So that the children end too.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
runCommand(command, async () => {
  const { minutes, sizes, authorizationModel, json } = command.opts<Options>();
  const end = performance.now() + minutes * 60_000;
  const timeLeft = (): number => end - performance.now();
  const results: SizeResult[] = [];
  for (const tokens of sizes) {
    if (timeLeft() <= 0) break;
    const result = await measureSize({
      tokens,
      configuration: {
        "azure-native:location": "westeurope",
        [`${project}:authorizationModel`]: authorizationModel,
        [`${project}:tokens`]: generatedTokens(tokens),
      },
      timeLeft: () => Math.max(1, timeLeft()),
      onStart: (activity) =>
        void process.stderr.write(`${((minutes * 60_000 - timeLeft()) / 1000).toFixed(0)} s: ${activity}\n`),
    });
    results.push(result);
    if (!isComplete(result)) break;
  }
  const outcome = { results, sizes, minutes };
  process.stdout.write(json ? `${JSON.stringify(outcome, undefined, 2)}\n` : renderEngineBench(outcome));
  return exitCodes.succeeded;
});

function parsePositive(text: string): number {
  const value = Number(text);
  if (value > 0) return value;
  throw new InvalidArgumentError("Expected a number above 0.");
}

function parseSizes(text: string): readonly number[] {
  const sizes = text.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes.sort((a, b) => a - b);
  throw new InvalidArgumentError("Expected whole numbers above 0, separated by commas.");
}
