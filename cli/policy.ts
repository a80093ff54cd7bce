import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Option } from "commander";
import type { PolicyReport } from "../policy/reports";
import type { Input } from "../policy/command-line/check";
import type { Stack } from "../policy/model";
import type { Detail } from "../terminal";
import { createCommand, detailOf, withDetail, type DetailOptions } from "./command-line/create-command";
import { OptionError } from "./command-line/option-error";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options extends DetailOptions {
  readonly state?: string;
  readonly eventLog?: string;
  readonly config?: string;
  readonly template?: string;
  readonly parameters?: string;
  readonly workflowProject?: string;
  readonly against?: string;
  readonly format: "text" | "markdown" | "sarif" | "junit" | "json";
  readonly output?: string;
  readonly policyConfig?: string;
}

const command = withDetail(
  createCommand(
    "npm run policy",
    "Checks what a stack grants and does by the rules of the policy pack, and reports what they find.\n" +
      "Without an option it checks the built-in stack, as npm start deploys it.",
    "0 if nothing mandatory was found, or with --against added; 1 if something was, a definition is\n" +
      "encrypted, or no resource is of a type that the rules read; 2 if an option or a file is wrong, has no resources, or\n" +
      "is a log of a preview in which the pack did not run",
  )
    .option("--state <file>", "a stack, as pulumi stack export writes it")
    .option(
      "--event-log <file>",
      "the findings of a preview, as pulumi preview --policy-pack policy --event-log writes them",
    )
    .option(
      "--config <file>",
      "a stack file, such as Pulumi.dev.yaml: checks what this program would make, with no cloud",
    )
    .option("--template <file>", "an ARM template, such as azuredeploy.json or what bicep build writes")
    .option("--parameters <file>", "with --template: a parameters file, such as azuredeploy.parameters.json")
    .option("--workflow-project <folder>", "a Logic Apps Standard project: the folder that has host.json")
    .option(
      "--against <file>",
      "report what was added and removed since: an exported stack, an event log, or a report in the format json",
    )
    .addOption(
      new Option("--format <format>", "of the report")
        .choices(["text", "markdown", "sarif", "junit", "json"])
        .default("text"),
    )
    .option("--output <file>", "write the report there instead of standard output")
    .option(
      "--policy-config <file>",
      "levels, exemptions and configuration, as for pulumi preview --policy-pack-config",
    ),
);

runCommand(command, async () => {
  const options = command.opts<Options>();
  const input = chooseInput(options);
  // Imported now: --help and a wrong option need none of it.
  const { check, catalogue } = await import("../policy/command-line/check.js");
  const { readPackConfiguration } = await import("../policy/command-line/read-pack-configuration.js");
  if (input.kind === "config" || input.kind === "built-in") {
    const { keepToLoopback } = await import("../emulator/network/index.js");
    keepToLoopback();
  }
  const configuration =
    options.policyConfig === undefined ? {} : await readPackConfiguration(options.policyConfig, catalogue);
  const loadProgram = async (file: string | undefined): Promise<Stack> => {
    const { previewProgram } = await import("./preview-program.js");
    return previewProgram(file, join(__dirname, ".."));
  };
  const { compareWith } = await import("../policy/command-line/compare.js");
  const { passes } = await import("../policy/reports/index.js");
  const current = await check(input, loadProgram, configuration);
  const report = options.against === undefined ? current : await compareWith(options.against, current, configuration);
  const text = await render(report, options);
  if (options.output === undefined) process.stdout.write(text);
  else await write(options.output, text);
  return passes(report) ? exitCodes.succeeded : exitCodes.failed;
});

function chooseInput(options: Options): Input {
  const { state, eventLog, config, template, parameters, workflowProject, policyConfig } = options;
  const inputs: readonly Input[] = [
    ...(state === undefined ? [] : [{ kind: "state", file: state } as const]),
    ...(eventLog === undefined ? [] : [{ kind: "event-log", file: eventLog } as const]),
    ...(config === undefined ? [] : [{ kind: "config", file: config } as const]),
    ...(template === undefined
      ? []
      : [{ kind: "template", file: template, ...(parameters === undefined ? {} : { parameters }) } as const]),
    ...(workflowProject === undefined ? [] : [{ kind: "workflow-project", file: workflowProject } as const]),
  ];
  const [input = { kind: "built-in", file: "" } as const, ...others] = inputs;
  if (others.length > 0) {
    throw new OptionError("Give only one of --state, --event-log, --config, --template and --workflow-project.");
  }
  if (parameters !== undefined && template === undefined) {
    throw new OptionError("--parameters needs --template, whose parameters they are.");
  }
  if (eventLog !== undefined && policyConfig !== undefined) {
    throw new OptionError(
      "--policy-config has no effect on --event-log, which has its findings already. " +
        "Give it to pulumi preview as --policy-pack-config.",
    );
  }
  return input;
}

async function render(report: PolicyReport, { format, output, ...options }: Options): Promise<string> {
  const { renderMarkdown, renderText, toJson, toJunit, toSarif } = await import("../policy/reports/index.js");
  if (format === "markdown") return renderMarkdown(report);
  if (format === "sarif") return toSarif(report);
  if (format === "junit") return toJunit(report);
  if (format === "json") return toJson(report);
  const { appearanceOn } = await import("../terminal/index.js");
  const detail: Detail = output === undefined ? detailOf(options) : "verbose";
  return renderText(report, appearanceOn(output === undefined ? process.stdout : {}), detail);
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new OptionError(`--output ${file}: the file cannot be written.`);
  }
}
