import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { start } from "../../local/matrix/commands/started-process";

describe("A command whose output nobody reads any more", function () {
  this.timeout(60_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "closed-terminal-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  for (const entry of ["start", "faults", "matrix", "policy", "verify"]) {
    it(`ends as usual, without a stack: npm run ${entry} -- --help | head`, async () => {
      const process = start(["--help"], {}, `cli/${entry}.ts`);
      process.child.stdout?.destroy();
      assert.equal(await process.end(), 0);
      assert.equal(process.stderr(), "");
    });
  }

  it("ends with its terminal (SIGHUP), and leaves no file behind: npm start -- --serve", async () => {
    const temporary = join(directory, "temporary");
    await mkdir(temporary);
    const served = start(["--serve", "--quiet"], { TMPDIR: temporary });
    try {
      await served.says("Next: ");
      served.child.kill("SIGHUP");
      assert.equal(await served.end(), 0);
      assert.deepEqual(await readdir(temporary), []);
    } finally {
      served.child.kill("SIGKILL");
    }
  });

  it("names a missing folder for temporary files: npm start -- --serve", async () => {
    const missing = join(directory, "missing");
    const served = start(["--serve", "--quiet"], { TMPDIR: missing });
    assert.equal(await served.end(), 2);
    assert.equal(
      served.stderr(),
      `error: TMPDIR: there is no folder ${missing}. Create it, or set TMPDIR to another folder.\n`,
    );
  });
});
