import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderEngineBench } from "../../../../local/bench/engine/render-engine-bench";
import { interrupted, sizeResult } from "./example-results";

describe("the report of the engine's bench", () => {
  const text = renderEngineBench({ results: [sizeResult(10)], sizes: [10], minutes: 30 });
  const cells = (of: string): readonly string[][] =>
    of
      .split("\n")
      .filter((line) => line.startsWith("│"))
      .map((line) =>
        line
          .slice(1, -1)
          .split("│")
          .map((cell) => cell.trim()),
      );

  it("has seconds, CPU and peak memory of engine and program, the state and the ratios of each operation", () => {
    const row = cells(text).findIndex(([tokens, , operation]) => tokens === "10" && operation === "up");
    assert.deepEqual(cells(text).slice(row, row + 4), [
      ["10", "83 / 58", "up", "12.3 s", "10.0 s", "1.23"],
      ["", "", "", "CPU 8.0 + 2.0 s", "CPU 6.0 + 2.0 s", "CPU 1.25"],
      ["", "", "", "310 + 240 MB", "not measured + 200 MB", ""],
      ["", "", "", "state 0.6 MB", "state 0.5 MB", ""],
    ]);
  });

  it("has no state of a preview, which writes none", () => {
    const row = cells(text).findIndex(([, , operation]) => operation === "preview");
    assert.equal(cells(text)[row + 3]?.[2], "up, one write");
  });

  it("says that every size ended", () => {
    assert.match(text, /ended: preview: 10 · up, one write: 10 · unchanged up: 10 · up: 10\.\n$/);
    assert.doesNotMatch(text, /Not ended|Not begun/);
  });

  it("says which measurement did not end and why, and what was not begun", () => {
    const cut = renderEngineBench({
      results: [sizeResult(10), sizeResult(100, interrupted({ operation: "up", program: "ours", cause: "time" }))],
      sizes: [10, 100, 1000],
      minutes: 30,
    });
    const lines = cut.trimEnd().split("\n").slice(-3);
    assert.deepEqual(lines, [
      "Largest number of tokens at which the program's operation ended: preview: 100 · up, one write: 100 · unchanged up: 100 · up: 10.",
      "Not ended: 100 tokens, up, ours, because the time was spent: it was ended after 60 s.",
      "Not begun: 1000 tokens.",
    ]);
    const row = cells(cut).findIndex(([tokens, , operation]) => tokens === "100" && operation === "up");
    assert.deepEqual(cells(cut)[row], ["100", "83 / 58", "up", "not ended: time", "not measured", "–"]);
  });

  it("says that no time was left for a size", () => {
    const cut = renderEngineBench({ results: [sizeResult(10)], sizes: [10, 100], minutes: 1 });
    assert.equal(cut.trimEnd().split("\n").at(-1), "Not begun: 100 tokens, since no time was left.");
  });
});
