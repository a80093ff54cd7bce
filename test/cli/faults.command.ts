import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { faults } from "../../local/faults";
import { start } from "../../local/matrix/commands/started-process";

const fault = (...args: readonly string[]): ReturnType<typeof start> => start(args, {}, "cli/faults.ts");

describe("npm run faults", function () {
  // It takes 3 s on a machine that does nothing else.
  this.timeout(30_000);

  it("--help says what there is, and exits with 0", async () => {
    const process = fault("--help");
    assert.equal(await process.end(), 0);
    assert.match(process.stdout(), /^Usage: npm run faults -- \[options\]\n/);
    for (const option of ["--only <name>", "--readings", "--json", "--help"])
      assert.ok(process.stdout().includes(option), option);
  });

  it("names the faults where one is asked for that is not there, and exits with 2", async () => {
    const process = fault("--only", "vault-gon");
    assert.equal(await process.end(), 2);
    const names = faults.map(({ name }) => name).join(", ");
    assert.equal(
      process.stderr(),
      `error: unknown fault 'vault-gon'. Did you mean vault-gone? Known faults: ${names}\n`,
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
