import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { hiddenFailures } from "../../../policy/rules/operations/hidden-failures";
import { ourDefinitions } from "../our-definitions";

const initialize = (name: string, value: unknown, after: string[] = []): object => ({
  type: "InitializeVariable",
  runAfter: Object.fromEntries(after.map((each) => [each, ["Succeeded"]])),
  inputs: { variables: [{ name, type: "string", value }] },
});
const set = (name: string, value: unknown, runAfter: object = {}): object => ({
  type: "SetVariable",
  runAfter,
  inputs: { name, value },
});
const work = { type: "Http", runAfter: {}, inputs: { method: "GET", uri: "https://api.example.com" } };
const fail = { type: "Terminate", runAfter: {}, inputs: { runStatus: "Failed" } };
const note = { Note: set("failure", "Unavailable", { Work: ["Failed", "TimedOut"] }) };
const wasNoted = "@not(empty(variables('failure')))";

interface Changes {
  /** Actions of the loop besides Work. */
  readonly handling?: object;
  readonly expression?: unknown;
  /** Branches of the If behind the loop. */
  readonly branches?: object;
  readonly runAfter?: object;
  readonly more?: object;
}

/** A loop that works, notes a failure, and an If behind it that ends the run. */
function found(changes: Changes = {}): readonly string[] {
  const { handling = note, expression = wasNoted, branches = { actions: { Fail: fail } }, more = {} } = changes;
  const { runAfter = { Loop: ["Succeeded", "Failed"] } } = changes;
  return hiddenFailures({
    actions: {
      Declare: initialize("failure", ""),
      Loop: {
        type: "Until",
        runAfter: { Declare: ["Succeeded"] },
        expression: "@true",
        actions: { Work: work, ...handling },
      },
      ...more,
      Failed: { type: "If", runAfter, expression, ...branches },
    },
  });
}

describe("A failure that a loop handles", () => {
  it("is hidden by none of this program's definitions", () => {
    assert.deepEqual(
      ourDefinitions.filter(({ definition }) => hiddenFailures(definition).length > 0).map(({ name }) => name),
      [],
    );
  });

  for (const [what, changes] of Object.entries<Changes>({
    "in a variable": {},
    "in a variable, by a condition in the form of a group": {
      expression: { or: [{ equals: [wasNoted, true] }, { equals: ["@variables('Failure')", "Stop"] }] },
    },
    "in a variable, by a condition on a text": { expression: { not: { equals: ["@{variables('failure')}", ""] } } },
    "by an action that follows the one that handles it": {
      handling: {
        Cause: { type: "Compose", runAfter: { Work: ["Failed"] }, inputs: "@outputs('Work')" },
        Known: {
          type: "If",
          runAfter: { Cause: ["Succeeded"] },
          expression: "@equals(outputs('Cause'), 1)",
          actions: {},
          else: { actions: { Note: set("failure", "@string(outputs('Cause'))") } },
        },
      },
    },
    "with the run's end in the other branch": {
      expression: "@empty(variables('failure'))",
      branches: { actions: {}, else: { actions: { Fail: fail } } },
    },
    "in a list of errors": {
      expression: "@greater(length(variables('errors')), 0)",
      handling: {
        Note: {
          type: "AppendToArrayVariable",
          runAfter: { Work: ["Failed"] },
          inputs: { name: "errors", value: "@outputs('Work')" },
        },
      },
    },
    "with an action between the loop and the If": {
      runAfter: { Report: ["Succeeded"] },
      more: { Report: { type: "Compose", runAfter: { Loop: ["Succeeded"] }, inputs: "done" } },
    },
  })) {
    it(`is not hidden where it is noted ${what}`, () => {
      assert.deepEqual(found(changes), []);
    });
  }

  for (const [what, changes] of Object.entries<Changes>({
    "in a variable that no condition reads": { expression: "@equals(variables('other'), 'Unavailable')" },
    "where the other value of the variable ends the run": {
      branches: { actions: {}, else: { actions: { Fail: fail } } },
    },
    "by a word that the condition does not know": { expression: "@equals(variables('failure'), 'Stopped')" },
    "by the word that stands for no failure": { handling: { Note: set("failure", "", { Work: ["Failed"] }) } },
    "in a variable that the next iteration sets back": {
      handling: { ...note, Reset: set("failure", "", { Work: ["Succeeded"] }) },
    },
    "where the If runs only after a loop that failed": { runAfter: { Loop: ["Failed", "TimedOut"] } },
    "where the If does not wait for the loop": { runAfter: { Declare: ["Succeeded"] } },
    "where the If does not end the run": {
      runAfter: { Loop: ["Succeeded"] },
      branches: { actions: { Report: { type: "Compose", inputs: "failed" } } },
    },
  })) {
    it(`is hidden ${what.startsWith("where") ? "" : "where it is noted "}${what}`, () => {
      assert.deepEqual(found(changes), ["Note"]);
    });
  }

  it("is hidden where another action is what notes something", () => {
    const handling = {
      Swallow: { type: "Compose", runAfter: { Work: ["Failed"] }, inputs: "handled" },
      Note: set("failure", "Slow", { Work: ["Succeeded"] }),
    };
    assert.deepEqual(found({ handling }), ["Swallow"]);
  });
});
