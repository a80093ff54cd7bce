import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { after, before, describe, it } from "mocha";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";

/** Runs lines that were printed, in a shell. */
const bash = async (...lines: readonly string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)("bash", ["-ec", lines.join("\n")]);
  return stdout;
};

describe("What npm start -- --serve prints, where the name of a folder has a blank, a quote and a dollar", function () {
  this.timeout(60_000);
  let directory: string;
  let served: StartedProcess;
  let printed: readonly string[];
  const lineWith = (text: string) => printed.find((line) => line.includes(text)) ?? "";

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "served-emulator-test-"));
    const temporary = join(directory, "it's a $HOME");
    await mkdir(temporary);
    served = start(["--serve", "--quiet"], { TMPDIR: temporary });
    await served.says("Ctrl-C ends it");
    printed = served
      .stderr()
      .split("\n")
      .map((line) => line.replace(/^› +/, ""));
  });
  after(async () => {
    served.child.kill("SIGKILL");
    await rm(directory, { recursive: true });
  });

  it("is lines that a shell can run: the login, and npm run verify", async () => {
    const output = await bash(lineWith("/environment.sh"), `${lineWith("npm run verify")} --quiet`);
    assert.match(output, /^✔ The stack works\.$/m);
  });

  it("leads npm run verify, once it has ended, to say that it has", async () => {
    const names = ["HTTPS_PROXY", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID", "SSL_CERT_FILE"];
    const values = (await bash(lineWith("/environment.sh"), ...names.map((name) => `echo "$${name}"`))).split("\n");
    const environment = Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
    const state = join(directory, "stack.json");
    await copyFile(join(dirname(environment.SSL_CERT_FILE ?? ""), "stack.json"), state);
    served.child.kill("SIGINT");
    assert.equal(await served.end(), 0);

    const verify = start(["--state", state, "--quiet"], { ...environment, NO_PROXY: "" }, "cli/verify.ts");
    assert.equal(await verify.end(), 2);
    assert.match(
      verify.stderr(),
      /^error: login\.microsoftonline\.com cannot be reached: network_error\n.*'npm start -- --serve', it has ended: start it again\.\n$/s,
    );
  });
});
