import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { start, type StartedProcess } from "../../local/matrix/commands/started-process";

const run = (args: readonly string[]): StartedProcess => start(args, {}, "cli/export.ts");

describe("npm run export", function () {
  this.timeout(30_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "export-test-"));
  });
  after(() => rm(directory, { recursive: true }));

  it("--help says what there is, and exits with 0", async () => {
    const process = run(["--help"]);
    assert.equal(await process.end(), 0);
    for (const text of [
      'choices: "power-platform", "openapi", "api-management", "standard"',
      "--out <directory>",
      "--state <file>",
      "--config <file>",
      "--connector <name>",
      "--gateway-host <host>",
      "Exit code: 0",
    ]) {
      assert.ok(process.stdout().replaceAll(/\s+/g, " ").includes(text), text);
    }
  });

  for (const [args, message] of [
    [["--out", "x"], /^error: Missing required argument 'target'\.\n$/],
    [["openapi"], /^error: Required option '--out <directory>' not specified\.\n$/],
    [["swagger", "--out", "x"], /^error: Command-argument value 'swagger' is invalid for argument 'target'\. /],
    [["openapi", "power-platform", "--out", "x"], /^error: Too many arguments\. Expected 1 argument but got 2\.\n$/],
    [
      ["openapi", "--out", "x", "--state", "a", "--config", "b"],
      /^error: Option '--config <file>' cannot be used with option '--state <file>'\.\n$/,
    ],
    [["api-management", "--out", "x", "--gateway-host", "https://a.b"], /Expected a host name without scheme/],
    [
      ["openapi", "--out", "package.json", "--state", "nowhere.json"],
      /^error: 2 problems:\n {2}--out [^]*\n {2}--state /,
    ],
  ] as const) {
    it(`${args.join(" ")} exits with 2, says why, and writes nothing`, async () => {
      const process = run(args);
      assert.equal(await process.end(), 2);
      assert.match(process.stderr(), message);
      assert.doesNotMatch(process.stderr(), /\n\s+at /);
      assert.equal(process.stdout(), "");
    });
  }

  it("writes the files of a stack's state, and exits with 0", async () => {
    const out = join(directory, "api-management");
    const gateway = ["--gateway-host", "Contoso.azure-api.net"];
    const process = run(["api-management", "--state", "test/example-stack/state.json", "--out", out, ...gateway]);
    assert.equal(await process.end(), 0, process.stderr());
    assert.match(process.stdout(), /^Wrote 2 files for api-management to /);
    assert.equal(process.stderr(), "");
    assert.deepEqual((await readdir(out)).sort(), ["apiDefinition.swagger.json", "policy.xml"]);
    assert.match(await readFile(join(out, "apiDefinition.swagger.json"), "utf8"), /"host": "contoso\.azure-api\.net"/);
  });

  it("deploys a stack file to the emulator where there is no state", async () => {
    const out = join(directory, "standard");
    const process = run(["standard", "--config", "docs/examples/stack.yaml", "--out", out]);
    assert.equal(await process.end(), 0, process.stderr());
    assert.match(process.stdout(), /, from the stack logicapp-keyvault-secrets\/stack:\n/);
    assert.match(process.stdout(), /\nnote: The addresses in the files are the emulator's\./);
  });
});
