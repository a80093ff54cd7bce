import { Option, type Command } from "commander";
import type { MermaidSite } from "../../pictures/mermaid";
import type { Input } from "../../policy/command-line/check";
import { withDetail, type DetailOptions } from "../command-line/create-command";
import { OptionError } from "../command-line/option-error";

/** Options of the report by the policy pack. */
export interface ReportOptions extends DetailOptions {
  readonly state?: string;
  readonly eventLog?: string;
  readonly config?: string;
  readonly template?: string;
  readonly parameters?: string;
  readonly workflowProject?: string;
  readonly against?: string;
  readonly format: "text" | "markdown" | "sarif" | "junit" | "json";
  /** Only with the format markdown. @default "github" */
  readonly graph?: MermaidSite | "none";
  readonly output?: string;
  readonly policyConfig?: string;
}

/** Meaning of the exit codes, for the help. */
export const reportExitCodes =
  "0 if nothing mandatory was found, or with --against added; 1 if something was, a definition is\n" +
  "encrypted, or no resource is of a type that the rules read; 2 if an option or a file is wrong, has no resources, or\n" +
  "is a log of a preview in which the pack did not run";

/**
 * Adds the options of a report.
 *
 * @param pack path of the pack, as previews are to be given it
 * @param ofProgram adds `--config`, which needs the program
 */
export function withReportOptions(
  command: Command,
  { pack, ofProgram }: { pack: string; ofProgram: boolean },
): Command {
  command
    .option("--state <file>", "a stack, as pulumi stack export writes it")
    .option(
      "--event-log <file>",
      `the findings of a preview, as pulumi preview --policy-pack ${pack} --event-log writes them`,
    );
  if (ofProgram) {
    command.option(
      "--config <file>",
      "a stack file, such as Pulumi.dev.yaml: checks what this program would make, with no cloud",
    );
  }
  return withDetail(
    command
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
      .addOption(
        new Option(
          "--graph <site>",
          'with --format markdown: the site that draws its graph in Mermaid (default: "github")',
        ).choices(["github", "gitlab", "azure-devops", "none"]),
      )
      .option("--output <file>", "write the report there instead of standard output")
      .option(
        "--policy-config <file>",
        "levels, exemptions and configuration, as for pulumi preview --policy-pack-config",
      ),
  );
}

/**
 * Chooses what to check.
 *
 * @returns undefined where no option names it
 * @throws {OptionError} for options that exclude each other
 */
export function chooseInput(options: ReportOptions, ofProgram: boolean): Input | undefined {
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
  const [input, ...others] = inputs;
  if (others.length > 0) throw new OptionError(`Give only one of ${inputOptions(ofProgram)}.`);
  if (parameters !== undefined && template === undefined) {
    throw new OptionError("--parameters needs --template, whose parameters they are.");
  }
  if (options.graph !== undefined && options.format !== "markdown") {
    throw new OptionError("--graph needs --format markdown, which has a graph.");
  }
  if (eventLog !== undefined && policyConfig !== undefined) {
    throw new OptionError(
      "--policy-config has no effect on --event-log, which has its findings already. " +
        "Give it to pulumi preview as --policy-pack-config.",
    );
  }
  return input;
}

/** The options that name what to check, as a list in a sentence. */
export function inputOptions(ofProgram: boolean): string {
  const config = ofProgram ? ["--config"] : [];
  return `${["--state", "--event-log", ...config, "--template"].join(", ")} and --workflow-project`;
}
