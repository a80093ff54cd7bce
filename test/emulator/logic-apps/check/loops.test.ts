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
