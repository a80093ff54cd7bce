import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { isComplete, largestEnded, notEnded } from "../../../../local/bench/engine/size-result";
import { interrupted, sizeResult } from "./example-results";

describe("the sizes of the engine's bench", () => {
  const complete = sizeResult(10);
  const cut = sizeResult(1000, interrupted({ operation: "up", program: "ours", cause: "time" }));

  it("are complete where both programs ended each operation", () => {
    assert.equal(isComplete(complete), true);
    assert.equal(isComplete(cut), false);
  });

  it("are not complete where only the bare program did not end", () => {
    assert.equal(isComplete(sizeResult(10, interrupted({ operation: "up", program: "bare", cause: "memory" }))), false);
  });

  it("have the largest at which each operation ended", () => {
    assert.equal(largestEnded([complete, cut], "up"), 10);
    assert.equal(largestEnded([complete, cut], "unchanged up"), 1000);
  });

  it("have none at which an operation ended that never did", () => {
    assert.equal(largestEnded([cut], "up"), undefined);
    assert.equal(largestEnded([], "preview"), undefined);
  });

  it("name the one measurement that did not end", () => {
    assert.deepEqual(notEnded([complete, cut]), {
      tokens: 1000,
      operation: "up",
      program: "ours",
      interruption: { cause: "time", message: "it was ended after 60 s" },
    });
    assert.equal(notEnded([complete]), undefined);
  });
});
