import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";

const verify = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): StartedProcess =>
  start(args, environment, "cli/verify.ts");

describe("npm run verify", function () {
  this.timeout(30_000);

  it("--help says what there is, and exits with 0", async () => {
    const process = verify(["--help"]);
    assert.equal(await process.end(), 0);
    for (const text of ["--stack <name>", "--state <file>", "--json", "--timeout <minutes>", "Exit code: 0"]) {
      assert.ok(process.stdout().includes(text), text);
    }
  });

  for (const [args, message] of [
    [["--jsn"], /^error: Unknown option '--jsn'\. Did you mean --json\?\n$/],
    [["--timeout", "0"], /Expected minutes: a number above 0, 1440 at most\./],
    [["--stack", "a", "--state", "b"], /^error: Give either --stack or --state, not both\.\n$/],
    [["--state", "nowhere.json"], /^error: --state nowhere\.json: there is no such file\.\n$/],
  ] as const) {
    it(`${args.join(" ")} exits with 2 and says why, without a stack`, async () => {
      const process = verify(args);
      assert.equal(await process.end(), 2);
      assert.match(process.stderr(), message);
      assert.doesNotMatch(process.stderr(), /\n\s+at /);
    });
  }

  it("says that the Pulumi CLI is missing, and what there is instead", async () => {
    const process = verify([], { PATH: "" });
    assert.equal(await process.end(), 2);
    assert.match(process.stderr(), /^error: The Pulumi CLI was not found\. .*--state FILE\.\n$/);
  });

  it("passes on why the Pulumi CLI gives no stack, and says what to do", async () => {
    const directory = await mkdtemp(join(tmpdir(), "verify-test-"));
    try {
      const refusal = "#!/bin/sh\necho 'error: no stack selected' >&2\nexit 255\n";
      await writeFile(join(directory, "pulumi"), refusal, { mode: 0o755 });
      const process = verify([], { PATH: directory });
      assert.equal(await process.end(), 2);
      assert.equal(
        process.stderr(),
        "error: 'pulumi stack export' failed: no stack selected\n" +
          "Log in to the stack's backend (npx pulumi login) and select the stack (npx pulumi stack select), or give an " +
          "exported state: --state FILE.\n",
      );
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

describe("npm run verify of a served emulator", function () {
  this.timeout(30_000);
  let served: StartedProcess;
  let environment: Record<string, string>;
  let state: string;

  before(async () => {
    served = start(["--serve"]);
    await served.says("Ctrl-C ends it");
    const lines = [...served.stderr().matchAll(/export (\w+)=(.*)/g)];
    environment = Object.fromEntries(lines.map(([, name = "", value = ""]) => [name, value]));
    for (const name of ["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET"]) {
      const file = /cat '?([^')]+)'?\)/.exec(environment[name] ?? "")?.[1] ?? "";
      environment[name] = await readFile(file, "utf8");
    }
    state = /npm run verify -- --state (\S+)/.exec(served.stderr())?.[1] ?? "";
  });
  after(async () => {
    served.child.kill("SIGINT");
    await served.end();
  });

  it("passes with the printed environment alone, and prints no secret", async () => {
    const process = verify(["--state", state, "--json"], environment);
    assert.equal(await process.end(), 0, process.stderr());
    const { stack, held, results } = JSON.parse(process.stdout()) as Record<string, unknown>;
    assert.deepEqual([stack, held], ["local", true]);
    const checks = (results as { check: string; status: string }[]).map(({ check, status }) => `${check} ${status}`);
    assert.equal(checks.filter((check) => check === "new version passed").length, 2);
    assert.match(process.stderr(), /running 'Recurrence' now/);
    assert.ok(!served.stderr().includes(environment.AZURE_CLIENT_SECRET ?? "none"));
  });

  it("exits with 2 where the login is not accepted", async () => {
    const process = verify(["--state", state], { ...environment, AZURE_CLIENT_SECRET: "planted-wrong" });
    assert.equal(await process.end(), 2);
    assert.match(process.stderr(), /There is no usable login to Azure/);
    assert.doesNotMatch(process.stderr() + process.stdout(), /planted-wrong|\n\s+at /);
  });
});
