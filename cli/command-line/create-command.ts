import { Command, Option } from "commander";
import { version } from "../../package.json";
import type { Detail } from "../../terminal";

/** The options that {@link withDetail} adds. */
export interface DetailOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/**
 * Creates a command with `--help` and `--version`.
 *
 * @param script - as it is typed: `npm start` or `npm run faults`, which take options after `--`, or a command of its own
 * @param exitCodes - what each exit code means, after "Exit code:"
 */
export function createCommand(script: string, description: string, exitCodes: string): Command {
  return new Command(script.startsWith("npm ") ? `${script} --` : script)
    .description(description)
    .version(version, "--version", "print the version of this project")
    .addHelpText("after", `\nExit code: ${exitCodes}.`);
}

/** Adds `--verbose` and `--quiet`, of which only one can be given. */
export function withDetail(command: Command): Command {
  return command
    .addOption(new Option("--verbose", "print everything").conflicts("quiet"))
    .addOption(new Option("--quiet", "print the verdict only").conflicts("verbose"));
}

/** How much to print. */
export function detailOf({ quiet, verbose }: DetailOptions): Detail {
  if (quiet === true) return "quiet";
  return verbose === true ? "verbose" : "usual";
}
