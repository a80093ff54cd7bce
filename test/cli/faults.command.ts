import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { start } from "../../local/matrix/commands/started-process";

const fault = (...args: readonly string[]): ReturnType<typeof start> => start(args, {}, "cli/faults.ts");

describe("npm run faults", function () {
  // It takes 3 s on a machine that does nothing else.
  this.timeout(30_000);

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
