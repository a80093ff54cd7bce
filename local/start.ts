import { basename } from "node:path";
import { Command, CommanderError } from "commander";
import { SettingsError } from "../settings";
import { keepToLoopback } from "./network";
import { builtInStack } from "./run/built-in-stack";
import { project } from "./run/project";
import { readStackFile, StackFileError } from "./run/stack-file";

interface Options {
  readonly config?: string;
  readonly json?: boolean;
  readonly record?: string;
  readonly serve?: boolean;
}

const command = new Command("npm start --")
  .description("Deploys the program to a stand-in of Azure in this process, runs it, and proves what it promises.")
  .option("--config <file>", "a stack file, such as docs/examples/stack.yaml, instead of the built-in stack")
  .option("--json", "one JSON document on standard output (npm start --silent -- --json)")
  .option("--record <directory>", "write each request to Azure Resource Manager to a file")
  .option("--serve", "stay up, and refresh on the schedule until Ctrl-C")
  .allowExcessArguments(false)
  .addHelpText("after", "\nExit code: 0 if every proof holds, 1 if one does not, 2 if an option or a setting is wrong.")
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
  const options = command.parse().opts<Options>();
  keepToLoopback();
  const configuration = options.config === undefined ? builtInStack : await readStackFile(options.config, project);
  const stack = options.config === undefined ? "local" : stackName(options.config);
  // Imported now: --help and a wrong option need none of it.
  const { createProgress, renderReport, toJson } = await import("./report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const progress = createProgress(process.stderr, { colour: hasColours(process.stderr) });
  const { runLocally } = await import("./run/run-locally.js");
  const run = await runLocally({ configuration, stack, progress });
  const { azure } = run.stack;
  try {
    if (options.record !== undefined) {
      const { recordRequests } = await import("./run/record-requests.js");
      const count = await recordRequests(options.record, azure.arm.requests());
      progress(`Wrote ${count} requests to ${options.record}`);
    }
    const appearance = appearanceOn(process.stdout, 100);
    process.stdout.write(options.json === true ? toJson(run.report) : renderReport(run.report, appearance));
    if (options.serve === true) {
      const { serve } = await import("./run/serve.js");
      await serve(run.stack, run.clock, progress);
    }
  } finally {
    await azure.close();
  }
  return run.report.held ? 0 : 1;
}

/** `dev` of `Pulumi.dev.yaml`. */
function stackName(file: string): string {
  return basename(file)
    .replace(/^Pulumi\./, "")
    .replace(/\.ya?ml$/, "");
}

/** Prints what the user can mend, without a stack; a bug with its own. */
function explain(error: unknown): number {
  // commander has printed its own message, or the help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof StackFileError || error instanceof SettingsError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
