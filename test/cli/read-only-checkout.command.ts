import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { after, before, describe, it } from "mocha";

const root = join(__dirname, "..", "..");
const git = (...args: readonly string[]) => execFileSync("git", args, { encoding: "utf8" });

/** A clone as `npm ci --ignore-scripts` leaves it: without the policy pack that `prepare` builds. */
describe("A checkout that cannot be written to, whose packages were installed with --ignore-scripts", function () {
  this.timeout(60_000);
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), "read-only-checkout-test-"));
    git("clone", "--quiet", root, directory);
    symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
    setWritable(false);
  });
  after(() => {
    setWritable(true);
    rmSync(directory, { recursive: true });
  });

  function setWritable(writable: boolean): void {
    const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.isDirectory() && entry.name !== ".git"))
      chmodSync(join(parentPath, name), writable ? 0o755 : 0o555);
    chmodSync(directory, writable ? 0o755 : 0o555);
  }

  for (const [script, ...args] of [
    ["start"],
    ["policy"],
    ["policy", "--config", "docs/examples/stack.yaml"],
  ] as const) {
    it(`runs npm run ${[script, ...args].join(" ")}`, async () => {
      const command = ["run.mjs", `cli/${script}.ts`, "--quiet", ...args];
      const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: directory });
      assert.match(stdout, /^✔ .*\n$/);
    });
  }

  it("has no new file after that", () => {
    // As root, who may write everywhere, this is what shows it.
    assert.equal(git("-C", directory, "status", "--porcelain", "--ignored"), "?? node_modules\n");
  });
});
