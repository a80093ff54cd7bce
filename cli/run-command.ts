import { CommanderError, type Command } from "commander";

/** Exit codes of every command: `failed` where it ran and something does not hold, `unusable` where it could not run. */
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
]);

/**
 * Parses the command line, runs the command, and sets the exit code of the process.
 *
 * An error that the user can correct prints its message alone; any other one is a bug and prints its stack.
 *
 * @param run - reads the options from the command
 */
export function runCommand(command: Command, run: () => Promise<ExitCode>): void {
  command.allowExcessArguments(false).exitOverride();
  void Promise.resolve()
    .then(() => {
      command.parse();
      return run();
    })
    .catch(exitCodeOf)
    .then((exitCode) => {
      process.exitCode = exitCode;
    });
}

function exitCodeOf(error: unknown): ExitCode {
  // commander has printed its own message, or the help.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.succeeded : exitCodes.unusable;
  process.stderr.write(`${describe(error)}\n`);
  return exitCodes.unusable;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return userErrors.has(error.name) ? error.message : (error.stack ?? error.message);
}
