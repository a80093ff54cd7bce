import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { CommanderError, type Command } from "commander";
import { appearanceOn } from "../../terminal";
import { OptionError } from "./option-error";
import { optionsTakenByNpm } from "./options-taken-by-npm";
import { renderError, restateParserMessage } from "./render-error";

/** Exit codes of every command: `failed` if it ran and something does not hold, `unusable` if it could not run. */
export const exitCodes = { succeeded: 0, failed: 1, unusable: 2 } as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Names of errors that the user can correct. By name: their modules are imported only when a command needs them. */
const userErrors: ReadonlySet<string> = new Set([
  "AzureUnreachableError",
  "ExportError",
  "InputError",
  "NotLoggedInError",
  "OptionError",
  "OutputDirectoryError",
  "PackConfigurationError",
  "PageFileError",
  "SettingsError",
  "StackError",
  "StackFileError",
  "UsageError",
]);

/** Parses the command line, runs the command, and sets the exit code of the process. */
export function runCommand(command: Command, run: () => Promise<ExitCode>): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignoreGoneReader);
  void executeCommand(command, run, process.argv).then((exitCode) => {
    process.exitCode = exitCode;
  });
}

/** Lets a command end as it would where nobody reads on, as in `npm start | head`, or the terminal was closed. */
function ignoreGoneReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
}

/**
 * Parses a command line and runs the command.
 *
 * An error that the user can correct prints its message alone; any other error is a bug and prints its stack.
 *
 * @param run - reads the options from the command
 * @param argv - as `process.argv`: the first two entries are skipped
 * @param environment - @default process.env
 * @returns the exit code
 */
export async function executeCommand(
  command: Command,
  run: () => Promise<ExitCode>,
  argv: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<ExitCode> {
  const appearance = appearanceOn(process.stderr);
  const write = (text: string): void => command.configureOutput().writeErr?.(text);
  command
    .configureOutput({
      outputError: (text) => {
        write(renderError(restateParserMessage(text), appearance));
      },
      // Without a terminal, commander wraps at 80 columns.
      getOutHelpWidth: () => Math.min(appearanceOn(process.stdout).width, 1000),
    })
    .allowExcessArguments(false)
    .exitOverride();
  try {
    const { certain, possible } = optionsTakenByNpm(command, environment);
    if (certain.length > 0) throw new OptionError(describeTakenOptions(command, certain));
    command.parse(argv);
    if (possible.length > 0) write(`note: ${describeTakenOptions(command, possible)}\n`);
    assertTemporaryDirectory();
    return await run();
  } catch (error) {
    // commander has printed its own message, or the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.unusable;
    write(isUserError(error) ? renderError(error.message, appearance) : `${describeBug(error)}\n`);
    return exitCodes.unusable;
  }
}

/** Pulumi's SDK needs the folder for temporary files as soon as it is loaded. @throws {OptionError} if it is missing */
function assertTemporaryDirectory(): void {
  if (existsSync(tmpdir())) return;
  throw new OptionError(`TMPDIR: there is no folder ${tmpdir()}. Create it, or set TMPDIR to another folder.`);
}

function describeTakenOptions(command: Command, options: readonly string[]): string {
  return (
    `npm took ${options.join(" and ")} for itself. Options of this command go after two hyphens: ` +
    `${command.name()} ${options.join(" ")}`
  );
}

function isUserError(error: unknown): error is Error {
  return error instanceof Error && userErrors.has(error.name);
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
