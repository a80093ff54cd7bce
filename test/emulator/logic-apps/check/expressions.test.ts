import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose } from "../workflow-bench";
import { declare, one, refusals, triggered } from "./refusals";

const request = (inputs: object): object => ({ type: "Request", kind: "Http", inputs });
const hourly = (recurrence: object): object => ({
  type: "Recurrence",
  recurrence: { frequency: "Hour", interval: 1, ...recurrence },
});

describe("An expression is refused at deployment", () => {
  it("where it does not parse, wherever it stands", () => {
    const problem = `cannot be read: Expected ")" after a function's arguments, at character 12 of: @concat('a'`;
    assert.deepEqual(refusals(one(compose("@concat('a'"))), [`The action 'Act' has an expression that ${problem}`]);
    assert.deepEqual(refusals(triggered(request({ relativePath: "@concat('a'" }))), [
      `The trigger 'trigger' has an expression that ${problem}`,
    ]);
    assert.deepEqual(refusals({ actions: {}, outputs: { last: { type: "String", value: "@concat('a'" } } }), [
      `The output 'last' has an expression that ${problem}`,
    ]);
  });

  it("where it has more than 8,192 characters", () => {
    assert.deepEqual(refusals(one(compose(`@concat('${"x".repeat(8182)}')`))), []);
    const [problem, ...others] = refusals(one(compose(`@concat('${"x".repeat(8183)}')`)));
    assert.match(
      problem ?? "",
      /^The action 'Act' has an expression that is too long: An expression has 8193 characters, and at most 8192/,
    );
    assert.deepEqual(others, []);
  });

  it("where it calls a function with too few or too many arguments, also within another and in a condition", () => {
    const wrong = "The function 'toLower' takes 1 arguments; it has 2.";
    assert.deepEqual(refusals(one(compose("@concat(toLower('a', 'b'))"))), [`The action 'Act': ${wrong}`]);
    const condition = { type: "If", expression: { equals: ["@toLower('a', 'b')", ""] }, actions: {}, else: {} };
    assert.deepEqual(refusals(one(condition)), [`The action 'Act': ${wrong}`]);
    assert.deepEqual(refusals({ actions: {}, outputs: { o: { value: "@toLower('a', 'b')" } } }), [
      `The output 'o': ${wrong}`,
    ]);
    assert.deepEqual(refusals(triggered(request({ relativePath: "@{toLower('a', 'b')}" }))), [
      `The trigger 'trigger': ${wrong}`,
    ]);
  });

  it("where a trigger refers to an action", () => {
    const parts = { actions: { Get: compose("x") }, trigger: request({ relativePath: "@{body('Get')}" }) };
    assert.deepEqual(refusals(parts), [
      "The trigger 'trigger' uses the function 'body': no action has run when a trigger fires.",
    ]);
  });

  it("where an output refers to an action that does not exist, and not to one that does", () => {
    const actions = { Get: compose("x") };
    assert.deepEqual(refusals({ actions, outputs: { o: { value: "@outputs('Get')" } } }), []);
    assert.deepEqual(refusals({ actions, outputs: { o: { value: "@outputs('Gone')" } } }), [
      "The output 'o' refers to the action 'Gone', which does not exist.",
    ]);
  });

  it("where it uses a variable that is never initialized", () => {
    const set = { type: "SetVariable", runAfter: {}, inputs: { name: "gone", value: 1 } };
    assert.deepEqual(refusals({ actions: { Set: set } }), [
      "The action 'Set' uses the variable 'gone', which is never initialized.",
    ]);
    assert.deepEqual(refusals(one(compose("@variables('gone')"))), [
      "The action 'Act' uses the variable 'gone', which is never initialized.",
    ]);
    const actions = { Declare: declare("n"), Read: compose("@variables('n')", { Declare: ["Succeeded"] }) };
    assert.deepEqual(refusals({ actions }), []);
  });
});

describe("A start time is refused", () => {
  for (const startTime of ["tomorrow at 9", "2026-02-31", "2026-02-31T09:00:00Z", "2026-01-01T24:00:00Z", "", "2026"]) {
    it(`that is '${startTime}'`, () => {
      assert.deepEqual(refusals(triggered(hourly({ startTime }))), [
        `The trigger 'trigger' has the startTime '${startTime}', which is not an ISO 8601 time such as 2026-01-01T00:00:00Z.`,
      ]);
    });
  }
  it("unless it is a date of the calendar, with or without a time", () => {
    for (const startTime of ["2024-02-29", "2026-01-01T09:00", "2026-01-01T09:00:00.5Z", "2026-01-01T09:00:00+02:00"]) {
      assert.deepEqual(refusals(triggered(hourly({ startTime }))), [], startTime);
    }
  });
});
