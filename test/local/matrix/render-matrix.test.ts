import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import { describe, it } from "mocha";
import type { MatrixResult, Seen } from "../../../local/matrix/matrix-stack";
import { holds, toJson } from "../../../local/matrix/matrix-report";
import { renderMatrix } from "../../../local/matrix/render-matrix";

const good: Seen = { held: true, seen: "as expected" };
const usual = {
  tokenUrl: "own server",
  grantType: "unset",
  writePath: "http",
  vault: "existing",
  skipWhileFresh: "true",
};

function result(number: number, more: Partial<MatrixResult> = {}): MatrixResult {
  return { number, choices: usual, expected: {}, start: good, policy: good, verify: good, secrets: good, ...more };
}

const fine: readonly MatrixResult[] = [
  result(1, { commands: good }),
  result(2, { choices: { tokenUrl: "xero" }, expected: { refreshFails: "invalid_client" } }),
];
const broken = [...fine, result(12, { verify: { held: false, seen: "vault model of kv: access policies" } })];

const plain = (results: readonly MatrixResult[], width = 120) =>
  renderMatrix(results, 61.4, { width, colour: false }, "verbose");

describe("Results of the matrix", () => {
  it("are a line for each stack, and a summary with counts and time", () => {
    assert.equal(
      plain(fine),
      [
        "     options                                  start             policy  verify  secrets  commands",
        "  1  own server, http, existing vault, skips  ✔                 ✔       ✔       ✔        ✔",
        "  2  xero                                     ✔ invalid_client  ✔       ✔       ✔",
        "",
        "✔ Every stack does what is expected (2 stacks, 1 of them made to fail, 1 by the commands too, in 61 s).",
        "",
      ].join("\n"),
    );
  });

  it("name each failure in full, and how many stacks fail", () => {
    const lines = plain(broken).trimEnd().split("\n");
    assert.match(lines[3] ?? "", /^ +12 .* ✘ /);
    assert.deepEqual(lines.slice(4), [
      "",
      "  12  verify  vault model of kv: access policies",
      "",
      "✘ 1 of 3 stacks, 1 of them made to fail, 1 by the commands too, in 61 s: not as expected.",
    ]);
    assert.deepEqual([fine.every(holds), broken.every(holds)], [true, false]);
  });

  it("are a summary and the failures without --verbose, and the summary alone with --quiet", () => {
    const appearance = { width: 120, colour: false };
    const verdict = "✘ 1 of 3 stacks, 1 of them made to fail, 1 by the commands too, in 61 s: not as expected.";
    assert.equal(
      renderMatrix(broken, 61.4, appearance, "usual"),
      `  12  verify  vault model of kv: access policies\n\n${verdict}\n`,
    );
    assert.equal(renderMatrix(broken, 61.4, appearance, "quiet"), `${verdict}\n`);
  });

  for (const width of [80, 200]) {
    it(`fit in ${width} columns, in colour too`, () => {
      const table = renderMatrix(broken, 61.4, { width, colour: true }, "verbose").split("\n").slice(0, -2);
      for (const line of table) assert.ok(stripVTControlCharacters(line).length <= width, line);
    });
  }

  it("are one JSON document with --json", () => {
    const { version, held, seconds, results } = JSON.parse(toJson(broken, 61.4)) as Record<string, unknown>;
    assert.deepEqual([version, held, seconds, results], [1, false, 61.4, JSON.parse(JSON.stringify(broken))]);
  });
});
