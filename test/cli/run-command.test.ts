import assert from "node:assert/strict";
import { Command } from "commander";
import { describe, it } from "mocha";
import { executeCommand, exitCodes } from "../../cli/run-command";

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
  let [stdout, stderr] = ["", ""];
  const command = new Command("npm run example --")
    .option("--json", "one JSON document")
    .configureOutput({ writeOut: (text) => (stdout += text), writeErr: (text) => (stderr += text) });
  const exitCode = await executeCommand(command, run, ["node", "example.ts", ...args]);
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
      stderr: "Set --stack to a deployed stack.\n",
    });
  });

  it("prints the stack of any other error, and exits with 2", async () => {
    const { exitCode, stdout, stderr } = await execute(throwing(new TypeError("undefined is not a function")));
    assert.deepEqual([exitCode, stdout], [2, ""]);
    assert.match(stderr, /^TypeError: undefined is not a function\n\s+at /);
  });

  it("reports a rejection as an exception", async () => {
    const error = Object.assign(new Error("No login."), { name: "NotLoggedInError" });
    assert.deepEqual(await execute(() => Promise.reject(error)), { exitCode: 2, stdout: "", stderr: "No login.\n" });
  });

  it("prints the help for --help and exits with 0, without running", async () => {
    const { exitCode, stdout, stderr } = await execute(throwing(new Error("ran")), "--help");
    assert.deepEqual([exitCode, stderr], [0, ""]);
    assert.match(stdout, /^Usage: npm run example -- \[options\]\n/);
  });

  for (const [argument, message] of [
    ["--jsn", "error: unknown option '--jsn'\n(Did you mean --json?)\n"],
    ["more", "error: too many arguments. Expected 0 arguments but got 1.\n"],
  ] as const) {
    it(`rejects ${argument} in one line and exits with 2, without running`, async () => {
      const { exitCode, stdout, stderr } = await execute(throwing(new Error("ran")), argument);
      assert.deepEqual([exitCode, stdout], [2, ""]);
      assert.equal(stderr, message);
    });
  }

  it("runs with its options", async () => {
    assert.deepEqual(await execute(succeed, "--json"), { exitCode: 0, stdout: "", stderr: "" });
  });
});
