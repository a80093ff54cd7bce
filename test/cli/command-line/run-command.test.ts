import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createCommand, withDetail } from "../../../cli/command-line/create-command";
import { version } from "../../../package.json";
import { executeCommand, exitCodes } from "../../../cli/command-line/run-command";

type Run = Parameters<typeof executeCommand>[1];

const succeed: Run = () => Promise.resolve(exitCodes.succeeded);

function throwing(error: unknown): Run {
  return () => {
    throw error;
  };
}

async function execute(
  run: Run,
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  return executeIn({}, run, ...args);
}

async function executeIn(
  environment: NodeJS.ProcessEnv,
  run: Run,
  ...args: readonly string[]
): Promise<{ readonly exitCode: number; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ["", ""];
  const command = withDetail(createCommand("npm run example", "An example.", "0 always"))
    .option("--json", "one JSON document")
    .option("--policy-config <file>", "a file")
    .configureOutput({ writeOut: (text) => (stdout += text), writeErr: (text) => (stderr += text) });
  const exitCode = await executeCommand(command, run, ["node", "example.ts", ...args], environment);
  return { exitCode, stdout, stderr };
}

describe("A command", () => {
  it("exits with the code that it returns, and prints nothing itself", async () => {
    const codes = [exitCodes.succeeded, exitCodes.failed, exitCodes.unusable];
    const ended = await Promise.all(codes.map((code) => execute(() => Promise.resolve(code), "--json")));
    assert.deepEqual(
      ended,
      [0, 1, 2].map((exitCode) => ({ exitCode, stdout: "", stderr: "" })),
    );
  });

  it("prints the message alone for an error that the user can correct, and exits with 2", async () => {
    const error = Object.assign(new Error("Set --stack to a deployed stack."), { name: "StackError" });
    assert.deepEqual(await execute(throwing(error)), {
      exitCode: 2,
      stdout: "",
      stderr: "error: Set --stack to a deployed stack.\n",
    });
  });

  it("prints the stack of any other error, and exits with 2", async () => {
    const { exitCode, stdout, stderr } = await execute(throwing(new TypeError("undefined is not a function")));
    assert.deepEqual([exitCode, stdout], [2, ""]);
    assert.match(stderr, /^TypeError: undefined is not a function\n\s+at /);
  });

  it("reports a rejection as an exception", async () => {
    const error = Object.assign(new Error("No login."), { name: "NotLoggedInError" });
    assert.deepEqual(await execute(() => Promise.reject(error)), {
      exitCode: 2,
      stdout: "",
      stderr: "error: No login.\n",
    });
  });

  it("prints the help for --help and exits with 0, without running", async () => {
    const { exitCode, stdout, stderr } = await execute(throwing(new Error("ran")), "--help");
    assert.deepEqual([exitCode, stderr], [0, ""]);
    assert.match(stdout, /^Usage: npm run example -- \[options\]\n/);
  });

  for (const [argument, message] of [
    ["--jsn", "error: Unknown option '--jsn'. Did you mean --json?\n"],
    ["--frobnicate", "error: Unknown option '--frobnicate'.\n"],
    ["--policy-config", "error: Option '--policy-config <file>' argument missing.\n"],
    ["more", "error: Too many arguments. Expected 0 arguments but got 1.\n"],
  ] as const) {
    it(`rejects ${argument} in one line and exits with 2, without running`, async () => {
      const { exitCode, stdout, stderr } = await execute(throwing(new Error("ran")), argument);
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.equal(stderr, message);
    });
  }

  it("prints the version of the project for --version and exits with 0, without running", async () => {
    const ended = await execute(throwing(new Error("ran")), "--version");
    assert.deepEqual(ended, { exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("rejects --quiet with --verbose", async () => {
    const { exitCode, stderr } = await execute(throwing(new Error("ran")), "--quiet", "--verbose");
    assert.equal(exitCode, 2);
    assert.equal(stderr, "error: Option '--verbose' cannot be used with option '--quiet'.\n");
  });

  it("refuses to run without options that npm took, which were meant for it", async () => {
    const taken = { npm_config_json: "true", npm_config_policy_config: "policy.json" };
    const { exitCode, stdout, stderr } = await executeIn(taken, throwing(new Error("ran")));
    assert.deepEqual([exitCode, stdout], [2, ""]);
    assert.equal(
      stderr,
      "error: npm took --json and --policy-config for itself. Options of this command go after two hyphens: " +
        "npm run example -- --json --policy-config\n",
    );
  });

  it("runs, with a note, where npm may have taken --quiet or --verbose: its log level may also be of the environment", async () => {
    const ended = await Promise.all(
      ["warn", "verbose", "silent"].map((level) => executeIn({ npm_config_loglevel: level }, succeed)),
    );
    const note = (option: string): string =>
      `note: npm took ${option} for itself. Options of this command go after two hyphens: npm run example -- ${option}\n`;
    assert.deepEqual(
      ended.map(({ exitCode, stderr }) => [exitCode, stderr]),
      [
        [0, note("--quiet")],
        [0, note("--verbose")],
        [0, ""],
      ],
    );
  });

  it("runs with its options", async () => {
    assert.deepEqual(await execute(succeed, "--json"), { exitCode: 0, stdout: "", stderr: "" });
  });
});
