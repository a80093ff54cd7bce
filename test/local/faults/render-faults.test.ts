import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { everywhere, failed, combinationName, succeeded, type FaultOutcome } from "../../../local/faults/fault";
import { renderFaults } from "../../../local/faults/render-faults";
import type { FaultResult } from "../../../local/faults/run-fault";

const plain = { width: 140, colour: false };

function results(fault: string, seen: readonly FaultOutcome[], expected = seen, leaks = 0): readonly FaultResult[] {
  return seen.map((outcome, index) => ({
    fault,
    combination: combinationName(everywhere[index] ?? { grant: "client_credentials", writePath: "http" }),
    seen: outcome,
    expected: expected[index] ?? outcome,
    leaks,
    held: leaks === 0 && expected[index] === outcome,
  }));
}

describe("Results of faults", () => {
  it("are a line for all combinations that saw the same, and what these have in common", () => {
    const retried = failed("TokenServerUnavailable", 3);
    const once = failed("TokenServerUnavailable", 1);
    const good = succeeded();
    const text = renderFaults(
      [...results("token-server-503", [retried, retried, once, once]), ...results("recurrence-skipped-once", [good])],
      plain,
    );
    assert.equal(
      text,
      [
        "     fault                    where                    run                     token  asked  stored  alerts",
        "  ✔  token-server-503         client_credentials       TokenServerUnavailable  stale      3       0  failed",
        "  ✔  token-server-503         refresh_token            TokenServerUnavailable  stale      1       0  failed",
        "  ✔  recurrence-skipped-once  client_credentials/http  Succeeded               good       1       1  none",
        "",
        "All faults went as expected (2 faults, 5 runs).",
        "",
      ].join("\n"),
    );
  });

  it("end in each difference, and in values that leaked", () => {
    const text = renderFaults(
      [...results("vault-gone", [failed("VaultUnavailable", 0)], [succeeded()]), ...results("x", [succeeded()], [], 2)],
      plain,
    );
    assert.deepEqual(text.split("\n").slice(-8), [
      "2 of 2 runs did not go as expected:",
      "  vault-gone, client_credentials/http  run: Failed VaultUnavailable, expected Succeeded",
      "  vault-gone, client_credentials/http  token: stale, expected good",
      "  vault-gone, client_credentials/http  requests: 0, expected 1",
      "  vault-gone, client_credentials/http  versions: 0, expected 1",
      "  vault-gone, client_credentials/http  alerts: failed, expected none",
      "  x, client_credentials/http           2 canaries in run history",
      "",
    ]);
  });

  it("name what the readings of a line have in common, apart from the defaults", () => {
    const under = (readings: string | undefined, seen: FaultOutcome): FaultResult => ({
      ...(results("slow", [seen])[0] as FaultResult),
      ...(readings === undefined ? {} : { readings }),
    });
    const good = succeeded();
    const slow = failed("VaultUnavailable", 1);
    const lines = renderFaults(
      [
        under(undefined, good),
        under("redirects succeeds", good),
        under("actionTimeout EachRequest, redirects succeeds", slow),
        under("actionTimeout EachRequest, ifBranches one", slow),
      ],
      plain,
    ).split("\n");
    assert.deepEqual(
      lines.slice(1, 3).map((line) => line.split(/ {2,}/).at(-1)),
      ["defaults, and 1 of 3 others", "actionTimeout EachRequest"],
    );
  });

  it("keep within the width", () => {
    const text = renderFaults(results("clock-jumps-past-the-end-of-the-token", [failed("VaultUnavailable", 0)]), {
      width: 60,
      colour: false,
    });
    for (const line of text.split("\n")) assert.ok(line.length <= 60, line);
  });
});
