import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose } from "../workflow-bench";
import { declare, refusals } from "./refusals";

const until = (actions: object, expression = "@equals(1, 1)", rest: object = {}): object => ({
  type: "until",
  runAfter: {},
  expression,
  actions,
  ...rest,
});

describe("The actions of an Until", () => {
  it("are named by its condition, by each other and by what runs after it, and by nothing beside it", () => {
    const loop = until({ In: compose(1), Next: compose("@outputs('In')", { In: ["Succeeded"] }) }, "@outputs('Next')");
    const behind = compose("@outputs('In')", { Loop: ["Succeeded"] });
    assert.deepEqual(refusals({ actions: { Loop: loop, Behind: behind } }), []);
    assert.deepEqual(refusals({ actions: { Loop: loop, Beside: compose("@outputs('In')") } }), [
      "The action 'Beside' refers to the action 'In', which it does not run after.",
    ]);
    assert.deepEqual(refusals({ actions: { Loop: until({ In: compose("@outputs('Next')"), Next: compose(1) }) } }), [
      "The action 'In' refers to the action 'Next', which it does not run after.",
    ]);
    assert.deepEqual(refusals({ actions: { Loop: until({ In: compose(1) }, "@outputs('Out')"), Out: compose(1) } }), [
      "The action 'Loop' refers to the action 'Out', which it does not run after.",
    ]);
  });

  it("run after each other only, with no runAfter across the loop", () => {
    const crossing = { Out: compose(1), Loop: until({ In: compose(1, { Out: ["Succeeded"] }) }) };
    assert.deepEqual(refusals({ actions: crossing }), [
      "The action 'In' runs after 'Out', which does not stand beside it.",
    ]);
    const leaving = { Loop: until({ In: compose(1) }), Out: compose(1, { In: ["Succeeded"] }) };
    assert.deepEqual(refusals({ actions: leaving }), [
      "The action 'Out' runs after 'In', which does not stand beside it.",
    ]);
  });

  it("do not initialize a variable", () => {
    assert.deepEqual(refusals({ actions: { Loop: until({ Declare: declare("n") }) } }), [
      "The action 'Declare' must stand outside of 'Loop'.",
    ]);
  });

  it("nest eight deep at most, loops among them", () => {
    const nested = (depth: number): object =>
      depth === 0 ? { In: compose(1) } : { [`L${depth}`]: until(nested(depth - 1)) };
    assert.deepEqual(refusals({ actions: nested(7) }), []);
    assert.deepEqual(refusals({ actions: nested(8) }), ["The action 'In' is nested 9 deep; 8 are allowed."]);
  });
});

const foreach = (actions: object, rest: object = {}): object => ({
  type: "Foreach",
  runAfter: {},
  foreach: "@createArray(1)",
  actions,
  ...rest,
});

describe("A For each is refused", () => {
  const refused = (rest: object) => refusals({ actions: { Each: foreach({}, rest) } });

  it("without items, and with a number of iterations at a time that is none", () => {
    assert.deepEqual(refused({ foreach: undefined }), ["The action 'Each' has no foreach, the list of its items."]);
    const concurrency = (concurrency: object) => ({ runtimeConfiguration: { concurrency } });
    for (const repetitions of [0, 51, 1.5, "20"]) {
      assert.deepEqual(refused(concurrency({ repetitions })), [
        "The action 'Each' has concurrency.repetitions that are no number from 1 to 50.",
      ]);
    }
    assert.deepEqual(refused(concurrency({ runs: 1 })), [
      "The action 'Each', in concurrency, has the property 'runs', which the emulator does not support.",
    ]);
    assert.deepEqual(refused(concurrency({ repetitions: 50 })), []);
  });

  it("that is sequential in two ways", () => {
    const runtimeConfiguration = { concurrency: { repetitions: 1 } };
    assert.deepEqual(refused({ operationOptions: "Sequential", runtimeConfiguration }), [
      "The action 'Each' has both concurrency.repetitions and Sequential: set one.",
    ]);
    assert.deepEqual(refused({ operationOptions: "Sequential" }), []);
  });

  it("that hides what no loop can", () => {
    const runtimeConfiguration = { secureData: { properties: ["inputs"] } };
    assert.deepEqual(refused({ runtimeConfiguration }), [
      "The action 'Each' of type Foreach does not support secureData for 'inputs'.",
    ]);
  });
});

describe("The actions of a For each", () => {
  it("are read behind it by result() only, and each iteration reads its own", () => {
    const loop = foreach({ In: compose("@items('Each')"), Next: compose("@outputs('In')", { In: ["Succeeded"] }) });
    const behind = (expression: string) =>
      refusals({ actions: { Each: loop, Behind: compose(expression, { Each: ["Succeeded"] }) } });
    assert.deepEqual(behind("@result('Each')"), []);
    for (const expression of ["@outputs('In')", "@actions('In')"]) {
      assert.deepEqual(behind(expression), [
        "The action 'Behind' refers to the action 'In' from outside of the loop 'Each': use result('Each').",
      ]);
    }
  });
});

describe("items()", () => {
  it("names a For each around its action", () => {
    const wrong = "refers to the loop 'Each', which is not an action of type Foreach around it.";
    const item = compose("@items('Each')", { Each: ["Succeeded"] });
    assert.deepEqual(refusals({ actions: { Each: foreach({}), Out: item } }), [`The action 'Out' ${wrong}`]);
    assert.deepEqual(refusals({ actions: { Each: until({ In: compose("@items('Each')") }) } }), [
      `The action 'In' ${wrong}`,
    ]);
    assert.deepEqual(refusals({ actions: { Each: foreach({}, { foreach: "@items('Each')" }) } }), [
      `The action 'Each' ${wrong}`,
    ]);
  });
});

describe("iterationIndexes()", () => {
  it("names an Until around its action, or the one whose condition it stands in", () => {
    const index = "@iterationIndexes('LOOP')";
    assert.deepEqual(refusals({ actions: { Loop: until({ In: compose(index) }, index) } }), []);
    const wrong = "refers to the loop 'LOOP', which is not an action of type Until around it.";
    assert.deepEqual(refusals({ actions: { Loop: until({}), Out: compose(index, { Loop: ["Succeeded"] }) } }), [
      `The action 'Out' ${wrong}`,
    ]);
    assert.deepEqual(refusals({ actions: { Loop: { type: "Scope", actions: { In: compose(index) } } } }), [
      `The action 'In' ${wrong}`,
    ]);
  });
});
