import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { everywhere, failed, combinationName, succeeded, type FaultOutcome } from "../../../local/faults/fault";
import { faultGroups, faults } from "../../../local/faults";
import { renderFaultList } from "../../../local/faults/render-fault-list";
import { renderFaults } from "../../../local/faults/render-faults";
import type { AnyFaultResult } from "../../../local/faults/run-faults";

const appearance = { width: 140, colour: false };
const groups = new Map([
  ["token-server-503", "token server"],
  ["recurrence-skipped-once", "schedule"],
  ["vault-gone", "vault"],
]);
const table = (results: readonly AnyFaultResult[], width = 140) =>
  renderFaults(results, groups, { width, colour: false }, "verbose");

function results(fault: string, seen: readonly FaultOutcome[], expected = seen, leaks = 0): readonly AnyFaultResult[] {
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
    const text = table([
      ...results("token-server-503", [retried, retried, once, once]),
      ...results("recurrence-skipped-once", [good]),
    ]);
    assert.equal(
      text,
      [
        "     fault                    where                    run                     token  asked  stored  alerts",
        "  ✔  token-server-503         client_credentials       TokenServerUnavailable  stale      3       0  failed",
        "  ✔  token-server-503         refresh_token            TokenServerUnavailable  stale      1       0  failed",
        "  ✔  recurrence-skipped-once  client_credentials/http  Succeeded               good       1       1  none",
        "",
        "✔ Every fault went as expected (2 faults, 5 runs).",
        "",
      ].join("\n"),
    );
  });

  it("end in each difference, and in values that leaked", () => {
    const text = table([
      ...results("vault-gone", [failed("VaultUnavailable", 0)], [succeeded()]),
      ...results("x", [succeeded()], [], 2),
    ]);
    assert.deepEqual(text.split("\n").slice(-9), [
      "  vault-gone, client_credentials/http  run: Failed VaultUnavailable, expected Succeeded",
      "  vault-gone, client_credentials/http  token: stale, expected good",
      "  vault-gone, client_credentials/http  requests: 0, expected 1",
      "  vault-gone, client_credentials/http  versions: 0, expected 1",
      "  vault-gone, client_credentials/http  alerts: failed, expected none",
      "  x, client_credentials/http           2 canaries in run history",
      "",
      "✘ 2 of 2 runs did not go as expected (2 faults, 2 runs).",
      "",
    ]);
  });

  it("are counts by group in the summary, with each difference, and the verdict alone with --quiet", () => {
    const all = [
      ...results("token-server-503", [failed("TokenServerUnavailable", 3), failed("TokenServerUnavailable", 3)]),
      ...results("vault-gone", [failed("VaultUnavailable", 0)], [failed("VaultUnavailable", 1)]),
      ...results("recurrence-skipped-once", [succeeded()]),
    ];
    assert.deepEqual(renderFaults(all, groups, appearance, "usual").split("\n"), [
      "  ✔  token server  1 fault  2 runs",
      "  ✔  schedule      1 fault   1 run",
      "  ✘  vault         1 fault   1 run",
      "",
      "  vault-gone, client_credentials/http  requests: 0, expected 1",
      "",
      "✘ 1 of 4 runs did not go as expected (3 faults, 4 runs).",
      "",
    ]);
    assert.equal(
      renderFaults(all, groups, appearance, "quiet"),
      "✘ 1 of 4 runs did not go as expected (3 faults, 4 runs).\n",
    );
  });

  it("name what the readings of a line have in common, apart from the defaults", () => {
    const under = (readings: string | undefined, seen: FaultOutcome): AnyFaultResult => ({
      ...(results("slow", [seen])[0] as AnyFaultResult),
      ...(readings === undefined ? {} : { readings }),
    });
    const good = succeeded();
    const slow = failed("VaultUnavailable", 1);
    const lines = table([
      under(undefined, good),
      under("redirects succeeds", good),
      under("actionTimeout EachRequest, redirects succeeds", slow),
      under("actionTimeout EachRequest, ifBranches one", slow),
    ]).split("\n");
    assert.deepEqual(
      lines.slice(1, 3).map((line) => line.split(/ {2,}/).at(-1)),
      ["defaults, and 1 of 3 others", "actionTimeout EachRequest"],
    );
  });

  it("wrap on a narrow terminal, without breaking a name", () => {
    const name = "clock-jumps-past-the-end-of-the-token";
    const text = table(results(name, [failed("VaultUnavailable", 0)]), 60);
    for (const part of [name, "client_credentials/http", "VaultUnavailable"]) assert.ok(text.includes(part), part);
  });
});

describe("The list of faults", () => {
  it("has a line for each, with where it arises and what is expected", () => {
    const lines = renderFaultList(faultGroups, { width: Number.POSITIVE_INFINITY, colour: false })
      .trimEnd()
      .split("\n");
    assert.equal(lines.length, faults.length + 1);
    assert.match(lines[0] ?? "", /^fault +in +expected run +token or messages +alerts$/);
    assert.ok(lines.some((line) => /^relay-unreachable +schedule +VaultUnavailable +stale +failed$/.test(line)));
  });
});
