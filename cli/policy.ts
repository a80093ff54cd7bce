import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import type { PolicyReport } from "../policy/reports";
import type { Input } from "../policy/command-line/check";
import type { Stack } from "../policy/model";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options {
  readonly state?: string;
  readonly eventLog?: string;
  readonly config?: string;
  readonly template?: string;
  readonly parameters?: string;
  readonly workflowProject?: string;
  readonly format: "text" | "markdown" | "sarif" | "junit";
  readonly output?: string;
  readonly policyConfig?: string;
}

const inputOptions = "--state, --event-log, --config, --template and --workflow-project";

const command = new Command("npm run policy --")
  .description("Checks what a stack grants and does by the rules of the policy pack, and reports what they find.")
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
  .addOption(
    new Option("--format <format>", "of the report").choices(["text", "markdown", "sarif", "junit"]).default("text"),
  )
  .option("--output <file>", "write the report there instead of standard output")
  .option("--policy-config <file>", "levels, exemptions and configuration, as for pulumi preview --policy-pack-config")
  .addHelpText(
    "after",
    `\nGive one of ${inputOptions}.\n\n` +
      "Exit code: 0 if nothing mandatory was found, 1 if something was or a definition is encrypted, 2 if an option or\n" +
      "a file is wrong, has no resources, or is a log of a preview in which the pack did not run.",
  );

runCommand(command, async () => {
  const options = command.opts<Options>();
  const input = chooseInput(options);
  // Imported now: --help and a wrong option need none of it.
  const { check, catalogue } = await import("../policy/command-line/check.js");
  const { readPackConfiguration } = await import("../policy/command-line/read-pack-configuration.js");
  if (input.kind === "config") {
    const { keepToLoopback } = await import("../emulator/network/index.js");
    keepToLoopback();
  }
  const configuration =
    options.policyConfig === undefined ? {} : await readPackConfiguration(options.policyConfig, catalogue);
  const loadProgram = async (file: string): Promise<Stack> => {
    const { previewProgram } = await import("./preview-program.js");
    return previewProgram(file, join(__dirname, ".."));
  };
  const report = await check(input, loadProgram, configuration);
  const text = await render(report, options);
  if (options.output === undefined) process.stdout.write(text);
  else await write(options.output, text);
  return report.findings.some(({ level }) => level === "mandatory") ? exitCodes.failed : exitCodes.succeeded;
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
  const [input] = inputs;
  if (input === undefined || inputs.length > 1) {
    return command.error(`error: give one of ${inputOptions}; --help says what each is`);
  }
  if (parameters !== undefined && template === undefined) {
    command.error("error: --parameters needs --template, whose parameters they are");
  }
  if (eventLog !== undefined && policyConfig !== undefined) {
    command.error(
      "error: --policy-config has no effect on --event-log, which has its findings already; " +
        "give it to pulumi preview as --policy-pack-config",
    );
  }
  return input;
}

async function render(report: PolicyReport, { format, output }: Options): Promise<string> {
  const { renderMarkdown, renderText, toJunit, toSarif } = await import("../policy/reports/index.js");
  if (format === "markdown") return renderMarkdown(report);
  if (format === "sarif") return toSarif(report);
  if (format === "junit") return toJunit(report);
  const { appearanceOn } = await import("../terminal/index.js");
  return renderText(report, appearanceOn(output === undefined ? process.stdout : {}));
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    command.error(`error: --output ${file}: the file cannot be written`);
  }
}
