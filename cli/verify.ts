import { Command, InvalidArgumentError } from "commander";
import { StackError } from "../verify/stack/stack-error";
import { exitCodes, runCommand } from "./run-command";

interface Options {
  readonly stack?: string;
  readonly state?: string;
  readonly json?: boolean;
  readonly timeout: number;
}

const command = new Command("npm run verify --")
  .description("Verifies a deployed stack: runs each refresh now, and sees a new version of its secret.")
  .option("--stack <name>", "the stack; without it, the one that is selected")
  .option("--state <file>", "what 'pulumi stack export' wrote, instead of asking the Pulumi CLI")
  .option("--json", "one JSON document on standard output (npm run --silent verify -- --json)")
  .option("--timeout <minutes>", "how long to wait for each refresh", parseMinutes, 10)
  .addHelpText(
    "after",
    "\nNo secret is read: Reader and Logic App Operator are required, and no permission on the vault's data." +
      "\nExit code: 0 if every check passes, 1 if one fails, 2 if an option is wrong, or without a stack or a login.",
  );

runCommand(command, async () => {
  const { stack: name, state, json, timeout } = command.opts<Options>();
  if (name !== undefined && state !== undefined) throw new StackError("Set either --stack or --state, not both.");
  // Imported now: --help and a wrong option need none of it.
  const { exportStack, readExportedStack } = await import("../verify/stack/export-stack.js");
  const { readDeployedStack } = await import("../verify/stack/deployed-stack.js");
  const stack = readDeployedStack(state === undefined ? await exportStack(name) : await readExportedStack(state));
  const { connect } = await import("../verify/azure/connect.js");
  const { environmentCredential } = await import("../verify/azure/credential.js");
  const { verifyStack } = await import("../verify/verify-stack.js");
  const { systemClock } = await import("../verify/polling-clock.js");
  const { hasPassed, renderResults, toJson } = await import("../verify/render-results.js");
  const results = await verifyStack(stack, {
    azure: connect({ credential: environmentCredential() }),
    clock: systemClock,
    progress: (line) => process.stderr.write(`${line}\n`),
    timeoutMinutes: timeout,
  });
  const verification = { stack: stack.name, results };
  const { hasColours } = await import("../terminal/index.js");
  const colour = hasColours(process.stdout);
  process.stdout.write(json === true ? toJson(verification) : renderResults(verification, { colour }));
  return hasPassed(verification) ? exitCodes.succeeded : exitCodes.failed;
});

function parseMinutes(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 24 * 60) return number;
  throw new InvalidArgumentError("Expected minutes: a number above 0, 1440 at most.");
}
