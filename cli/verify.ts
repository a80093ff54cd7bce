import { InvalidArgumentError } from "commander";
import { createCommand, detailOf, withDetail, type DetailOptions } from "./command-line/create-command";
import { OptionError } from "./command-line/option-error";
import { progressShown } from "./command-line/progress-shown";
import { exitCodes, runCommand } from "./command-line/run-command";

interface Options extends DetailOptions {
  readonly stack?: string;
  readonly state?: string;
  readonly json?: boolean;
  readonly timeout: number;
}

const command = withDetail(
  createCommand(
    "npm run verify",
    "Verifies a deployed stack: runs each refresh now, and sees a new version of its secret.\n" +
      "No secret is read: Reader and Logic App Operator are required, and no permission on the vault's data.",
    "0 if every check passes, 1 if one fails, 2 if an option is wrong, or without a stack or a login",
  )
    .option("--stack <name>", "the stack; without it, the one that is selected")
    .option("--state <file>", "what 'pulumi stack export' wrote, instead of calling the Pulumi CLI")
    .option("--timeout <minutes>", "how long to wait for each refresh", parseMinutes, 10)
    .option("--json", "one JSON document on standard output (npm run --silent verify -- --json)"),
);

runCommand(command, async () => {
  const { stack: name, state, json, timeout, ...detailOptions } = command.opts<Options>();
  const detail = detailOf(detailOptions);
  if (name !== undefined && state !== undefined) throw new OptionError("Give either --stack or --state, not both.");
  // Imported now: --help and a wrong option need none of it.
  const { exportStack, readExportedStack } = await import("../verify/stack/export-stack.js");
  const { readDeployedStack } = await import("../verify/stack/deployed-stack.js");
  const stack = readDeployedStack(state === undefined ? await exportStack(name) : await readExportedStack(state));
  const { connect } = await import("../verify/azure/connect.js");
  const { environmentCredential } = await import("../verify/azure/credential.js");
  const { verifyStack } = await import("../verify/verify-stack.js");
  const { systemClock } = await import("../verify/polling-clock.js");
  const { hasPassed, renderResults, toJson } = await import("../verify/render-results.js");
  const { createProgress } = await import("../local/report/progress.js");
  const { appearanceOn, hasColours } = await import("../terminal/index.js");
  const results = await verifyStack(stack, {
    azure: connect({ cloud: stack.cloud, credential: environmentCredential(stack.cloud) }),
    clock: systemClock,
    progress: createProgress(process.stderr, { colour: hasColours(process.stderr), shows: progressShown[detail] }),
    timeoutMinutes: timeout,
  });
  const verification = { stack: stack.name, results };
  process.stdout.write(
    json === true ? toJson(verification) : renderResults(verification, appearanceOn(process.stdout), detail),
  );
  return hasPassed(verification) ? exitCodes.succeeded : exitCodes.failed;
});

function parseMinutes(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 24 * 60) return number;
  throw new InvalidArgumentError("Expected minutes: a number above 0, 1440 at most.");
}
