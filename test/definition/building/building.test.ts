import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { afterSuccess, choose, failRun, isTrue, textOf, unixTimeIn } from "../../../definition/building";
import { parseExpression } from "../../../definition/expressions";

describe("The vocabulary of expressions", () => {
  it("chooses the result of the first condition that is true", () => {
    const expression = choose(
      [
        ["equals(1, 2)", "'a'"],
        ["equals(2, 2)", "'b'"],
      ],
      "'c'",
    );
    assert.equal(expression, "if(equals(1, 2), 'a', if(equals(2, 2), 'b', 'c'))");
    assert.equal(choose([], "'c'"), "'c'");
  });

  it("compares with true, so that run history shows no operand", () => {
    assert.deepEqual(isTrue("equals(body('A'), 'b')"), { equals: ["@equals(body('A'), 'b')", true] });
  });

  it("is made of expressions that parse", () => {
    for (const expression of [textOf("body('A')?['b']"), unixTimeIn("60"), choose([["true", "1"]], "2")]) {
      assert.doesNotThrow(() => parseExpression(expression), expression);
    }
  });

  it("ends a run Failed with its code", () => {
    assert.deepEqual(failRun("Code", "Message.", afterSuccess(["A", "B"])), {
      type: "Terminate",
      runAfter: { A: ["Succeeded"], B: ["Succeeded"] },
      inputs: { runStatus: "Failed", runError: { code: "Code", message: "Message." } },
    });
  });
});
