import { join } from "node:path";
import { keepToLoopback } from "../emulator/network";
import type { LocalRunReport } from "../local/report";
import { chooseConfiguration } from "../local/stack/choose-configuration";
import { createCommand, detailOf, withDetail, type DetailOptions } from "./command-line/create-command";
import { exitCodes, runCommand } from "./command-line/run-command";
import { progressShown } from "./command-line/progress-shown";

interface Options extends DetailOptions {
  readonly config?: string;
  readonly json?: boolean;
  readonly record?: string;
  readonly report?: string;
  readonly serve?: boolean;
}

const command = withDetail(
  createCommand(
    "npm start",
    "Deploys the program to an emulator of Azure in this process, runs it, and proves what it promises.",
    "0 if every proof holds, 1 if one does not, 2 if an option or a setting is wrong",
  )
    .option("--config <file>", "a stack file, such as docs/examples/stack.yaml, instead of the built-in stack")
    .option("--json", "one JSON document on standard output (npm start --silent -- --json)")
    .option(
      "--record <directory>",
      "write each request to Azure Resource Manager to a file in a new or empty directory",
    )
    .option("--report <file>", "write one HTML page with all of the run to a new file, or in place of an earlier page")
    .option("--serve", "stay up, with a live page, and run on the schedule until Ctrl-C"),
);

runCommand(command, async () => {
  const options = command.opts<Options>();
  const detail = detailOf(options);
  keepToLoopback();
  // Before any work, and imported only if it is asked for.
  const page = options.report === undefined ? undefined : await preparePage(options.report);
  const { configuration, stack } = await chooseConfiguration(options.config);
  // Imported now: --help and a wrong option need none of it.
  const { prepareOutputDirectory } = await import("../local/run/output-directory.js");
  const { recordRequests } = await import("../local/run/record-requests.js");
  if (options.record !== undefined) await prepareOutputDirectory("--record", options.record);
  const { createProgress, renderReport, toJson } = await import("../local/report/index.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const colour = hasColours(process.stderr);
  const progress = createProgress(process.stderr, { colour, shows: progressShown[detail] });
  const { runLocally } = await import("../local/run/run-locally.js");
  const run = await runLocally({ configuration, stack, progress });
  const { azure } = run.stack;
  try {
    if (options.record !== undefined) {
      const count = await recordRequests(options.record, azure.arm.requests());
      progress(`Wrote ${count} requests to ${options.record}`);
    }
    if (page !== undefined) {
      await page.write(run.report);
      progress(`Wrote the page ${page.file}`);
    }
    const appearance = appearanceOn(process.stdout);
    process.stdout.write(options.json === true ? toJson(run.report) : renderReport(run.report, appearance, detail));
    if (options.serve === true) {
      const { serve } = await import("../local/live/serve.js");
      await serve(run.stack, run.clock, createProgress(process.stderr, { colour }), join(__dirname, ".."));
    }
  } finally {
    await azure.close();
  }
  return run.report.held ? exitCodes.succeeded : exitCodes.failed;
});

/** Checks the file of a page. */
async function preparePage(
  file: string,
): Promise<{ readonly file: string; write(report: LocalRunReport): Promise<void> }> {
  const { checkPageFile, writePage } = await import("../local/page/page-file.js");
  await checkPageFile(file);
  return {
    file,
    write: async (report) => {
      const { renderPage } = await import("../local/page/index.js");
      await writePage(file, renderPage(report));
    },
  };
}
