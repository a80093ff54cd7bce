import { CommanderError, type Command } from "commander";

/** Exit codes of every command: `failed` if it ran and something does not hold, `unusable` if it could not run. */
export const exitCodes = { succeeded: 0, failed: 1, unusable: 2 } as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Names of errors that the user can correct. By name: their modules are imported only when a command needs them. */
const userErrors: ReadonlySet<string> = new Set([
  "AzureUnreachableError",
  "InputError",
  "NotLoggedInError",
  "PackConfigurationError",
  "SettingsError",
  "StackError",
  "StackFileError",
  "UsageError",
]);

/** Parses the command line, runs the command, and sets the exit code of the process. */
export function runCommand(command: Command, run: () => Promise<ExitCode>): void {
  void executeCommand(command, run, process.argv).then((exitCode) => {
    process.exitCode = exitCode;
  });
}

/**
 * Parses a command line and runs the command.
 *
 * An error that the user can correct prints its message alone; any other error is a bug and prints its stack.
 *
 * @param run - reads the options from the command
 * @param argv - as `process.argv`: the first two entries are skipped
 * @returns the exit code
 */
export async function executeCommand(
  command: Command,
  run: () => Promise<ExitCode>,
  argv: readonly string[],
): Promise<ExitCode> {
  try {
    command.allowExcessArguments(false).exitOverride().parse(argv);
    return await run();
  } catch (error) {
    // commander has printed its own message, or the help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.unusable;
    command.configureOutput().writeErr?.(`${describe(error)}\n`);
    return exitCodes.unusable;
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return userErrors.has(error.name) ? error.message : (error.stack ?? error.message);
}
