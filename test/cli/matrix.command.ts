import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";
import type { MatrixReport } from "../../local/matrix/matrix-report";

const matrix = (args: readonly string[]): StartedProcess => start(args, {}, "cli/matrix.ts");

describe("npm run matrix", function () {
  this.timeout(60_000);

  it("--help says what there is, and exits with 0", async () => {
    const process = matrix(["--help"]);
    assert.equal(await process.end(), 0);
    for (const text of ["--json", "--only <numbers>", "--processes <count>", "Exit code: 0"]) {
      assert.ok(process.stdout().includes(text), text);
    }
  });

  for (const [args, message] of [
    [["--only", "two"], /Expected numbers of stacks, such as 7 or 7,12\./],
    [["--only", "9999"], /^error: --only 9999: there is no such stack\. The last one is \d+\.\n$/],
    [["--processes", "0"], /Expected a whole number from 1 to 64\./],
  ] as const) {
    it(`${args.join(" ")} exits with 2 and says why`, async () => {
      const process = matrix(args);
      assert.equal(await process.end(), 2);
      assert.match(process.stderr(), message);
      assert.doesNotMatch(process.stderr(), /\n\s+at /);
    });
  }

  it("shares stacks out among processes, and reports them in one document in their order", async () => {
    const process = matrix(["--only", "9,2", "--processes", "2", "--json"]);
    assert.equal(await process.end(), 0, process.stdout() + process.stderr());
    const { version, held, results } = JSON.parse(process.stdout()) as MatrixReport;
    assert.deepEqual([version, held, results.map(({ number }) => number)], [1, true, [2, 9]]);
    assert.match(process.stderr(), /Process 1 of 2: 1 stacks\n/);
    for (const number of [2, 9]) assert.match(process.stderr(), new RegExp(`Stack ${number}\n`));
  });
});
