import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  afterSuccess,
  answerAsJson,
  codeOf,
  failRun,
  fitsAnswer,
  fitsText,
  isTrue,
  textOf,
  unixTimeAfter,
} from "../../../definition/building";
import { parseExpression } from "../../../definition/expressions";

describe("The vocabulary of expressions", () => {
  it("compares with true, so that run history shows no operand", () => {
    assert.deepEqual(isTrue("equals(body('A'), 'b')"), { equals: ["@equals(body('A'), 'b')", true] });
  });

  it("is made of expressions that parse", () => {
    for (const expression of [
      textOf("body('A')?['b']"),
      unixTimeAfter("utcNow()", "60"),
      answerAsJson("A"),
      fitsAnswer(["'400'", "'x'"]),
      fitsText("'x'"),
      codeOf("A"),
    ]) {
      assert.doesNotThrow(() => parseExpression(expression), expression);
    }
  });

  it("ends a run Failed with its code", () => {
    assert.deepEqual(
      failRun({ description: "Ends.", code: "Code", message: "Message.", runAfter: afterSuccess(["A", "B"]) }),
      {
        type: "Terminate",
        description: "Ends.",
        runAfter: { A: ["Succeeded"], B: ["Succeeded"] },
        inputs: { runStatus: "Failed", runError: { code: "Code", message: "Message." } },
      },
    );
  });
});
