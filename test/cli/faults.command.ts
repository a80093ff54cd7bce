import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { faults } from "../../local/faults";
import { start } from "../../local/matrix/commands/started-process";

const fault = (...args: readonly string[]): ReturnType<typeof start> => start(args, {}, "cli/faults.ts");

describe("npm run faults", function () {
  // All of them take 6 s on a machine that does nothing else.
  this.timeout(120_000);

  it("runs every fault, and each goes as expected", async () => {
    const process = fault("--json");
    assert.equal(await process.end(), 0);
    const { held, results } = JSON.parse(process.stdout()) as {
      readonly held: boolean;
      readonly results: readonly { readonly fault: string; readonly leaks: number; readonly held: boolean }[];
    };
    assert.equal(held, true);
    assert.deepEqual(
      results.filter((result) => !result.held || result.leaks > 0),
      [],
    );
    assert.deepEqual([...new Set(results.map((result) => result.fault))].sort(), faults.map(({ name }) => name).sort());
  });

  it("--help says what there is, and exits with 0", async () => {
    const process = fault("--help");
    assert.equal(await process.end(), 0);
    assert.match(process.stdout(), /^Usage: npm run faults -- \[options\]\n/);
    for (const option of [
      "--list",
      "--verbose",
      "--quiet",
      "--version",
      "--only <name>",
      "--readings",
      "--json",
      "--report <file>",
      "--help",
    ])
      assert.ok(process.stdout().includes(option), option);
  });

  it("names the nearest fault where one is requested that does not exist, and exits with 2", async () => {
    const process = fault("--only", "vault-gon");
    assert.equal(await process.end(), 2);
    assert.equal(
      process.stderr(),
      "error: --only vault-gon: there is no such fault. Did you mean vault-gone? npm run faults -- --list lists them.\n",
    );
    assert.equal(process.stdout(), "");
  });

  it("--report writes the page of what it prints, and needs faults that are run", async () => {
    const folder = await mkdtemp(join(tmpdir(), "faults-report-test-"));
    try {
      const page = join(folder, "faults.html");
      const process = fault("--only", "relay-unreachable", "--report", page);
      assert.equal(await process.end(), 0);
      assert.match(await readFile(page, "utf8"), /<title>Held: Injected faults<\/title>[^]*relay-unreachable/);
      const list = fault("--list", "--report", page);
      assert.equal(await list.end(), 2);
      assert.match(list.stderr(), /'--report <file>' cannot be used with option '--list'/);
      const wrong = fault("--report", folder);
      assert.equal(await wrong.end(), 2);
      assert.match(wrong.stderr(), /^error: --report .*: it is a folder\./);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("--only --json gives what was expected and seen of one fault, and exits with 0", async () => {
    const process = fault("--only", "relay-unreachable", "--json");
    assert.equal(await process.end(), 0);
    const outcome = { run: "Failed VaultUnavailable", token: "stale", requests: 1, versions: 0, alerts: ["failed"] };
    const result = { fault: "relay-unreachable", seen: outcome, expected: outcome, leaks: 0, held: true };
    assert.deepEqual(JSON.parse(process.stdout()), {
      held: true,
      results: [
        { ...result, combination: "client_credentials/connector" },
        { ...result, combination: "refresh_token/connector" },
      ],
    });
  });
});
