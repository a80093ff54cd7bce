import { basename } from "node:path";
import { Command } from "commander";
import { keepToLoopback } from "../emulator/network";
import { builtInStack } from "../local/stack/built-in-stack";
import { project } from "../local/stack/project";
import { exitCodes, runCommand } from "./run-command";

interface Options {
  readonly config?: string;
  readonly json?: boolean;
  readonly record?: string;
  readonly serve?: boolean;
}

const command = new Command("npm start --")
  .description("Deploys the program to an emulator of Azure in this process, runs it, and proves what it promises.")
  .option("--config <file>", "a stack file, such as docs/examples/stack.yaml, instead of the built-in stack")
  .option("--json", "one JSON document on standard output (npm start --silent -- --json)")
  .option("--record <directory>", "write each request to Azure Resource Manager to a file")
  .option("--serve", "stay up, and refresh on the schedule until Ctrl-C")
  .addHelpText(
    "after",
    "\nExit code: 0 if every proof holds, 1 if one does not, 2 if an option or a setting is wrong.",
  );

runCommand(command, async () => {
  const options = command.opts<Options>();
  keepToLoopback();
  const configuration = options.config === undefined ? builtInStack : await readConfiguration(options.config);
  const stack = options.config === undefined ? "local" : stackName(options.config);
  // Imported now: --help and a wrong option need none of it.
  const { createProgress, renderReport, toJson } = await import("../local/report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const progress = createProgress(process.stderr, { colour: hasColours(process.stderr) });
  const { runLocally } = await import("../local/run/run-locally.js");
  const run = await runLocally({ configuration, stack, progress });
  const { azure } = run.stack;
  try {
    if (options.record !== undefined) {
      const { recordRequests } = await import("../local/run/record-requests.js");
      const count = await recordRequests(options.record, azure.arm.requests());
      progress(`Wrote ${count} requests to ${options.record}`);
    }
    const appearance = appearanceOn(process.stdout, 100);
    process.stdout.write(options.json === true ? toJson(run.report) : renderReport(run.report, appearance));
    if (options.serve === true) {
      const { serve } = await import("../local/run/serve.js");
      await serve(run.stack, run.clock, progress);
    }
  } finally {
    await azure.close();
  }
  return run.report.held ? exitCodes.succeeded : exitCodes.failed;
});

/** Imports the parser of YAML now, which the built-in stack does not need. */
async function readConfiguration(file: string): Promise<Readonly<Record<string, string>>> {
  const { readStackFile } = await import("../local/stack/stack-file.js");
  return readStackFile(file, project);
}

/** `dev` of `Pulumi.dev.yaml`. */
function stackName(file: string): string {
  return basename(file)
    .replace(/^Pulumi\./, "")
    .replace(/\.ya?ml$/, "");
}
