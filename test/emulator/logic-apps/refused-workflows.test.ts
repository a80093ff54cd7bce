import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { WorkflowRefusedError } from "../../../emulator/logic-apps";
import { compose, http, workflow, workflowBench, type WorkflowParts } from "./workflow-bench";

/** Lists the problems that the runtime finds in a workflow; empty where it accepts it. */
function problems(parts: WorkflowParts): readonly string[] {
  try {
    workflowBench().put(parts);
    return [];
  } catch (error) {
    assert.ok(error instanceof WorkflowRefusedError);
    return error.problems;
  }
}

const one = (action: object): WorkflowParts => ({ actions: { Act: { runAfter: {}, ...action } } });
const condition = (expression: unknown): WorkflowParts =>
  one({ type: "If", expression, actions: {}, else: { actions: {} } });
const hourly = { type: "Recurrence", recurrence: { frequency: "Hour", interval: 1 } };
const triggered = (trigger: object): WorkflowParts => ({ actions: {}, trigger });
const secure = (...properties: string[]): object => ({ runtimeConfiguration: { secureData: { properties } } });

describe("a workflow is refused", () => {
  const cases: readonly (readonly [string, WorkflowParts, RegExp])[] = [
    ["an unknown action type", one({ type: "Join", inputs: { from: [], joinWith: "" } }), /'Act' has the type 'Join'/],
    [
      "an unknown property of an action",
      one({ type: "Compose", inputs: 1, trackedProperties: {} }),
      /'trackedProperties'/,
    ],
    ["an unknown input", one(http({ cookie: "a" })), /'cookie'/],
    ["a missing input", one({ type: "Http", inputs: { method: "GET" } }), /'Act' lacks inputs\.uri/],
    ["an unknown function", one(compose("@frobnicate(1)")), /'Act' uses the function 'frobnicate'/],
    ["a broken expression", one(compose("@concat('a'")), /'Act' has an expression that cannot be read/],
    ["an unknown operator", condition({ isEmpty: ["", ""] }), /condition operator 'isEmpty'/],
    ["an unknown operator within another", condition({ and: [{ not: { matches: ["", ""] } }] }), /operator 'matches'/],
    ["an operator with one operand", condition({ equals: ["a"] }), /'equals' without two operands/],
    ["an unknown retry type", one(http({ retryPolicy: { type: "linear" } })), /retry type 'linear'/],
    ["a retry count of 91", one(http({ retryPolicy: { type: "fixed", count: 91, interval: "PT5S" } })), /from 1 to 90/],
    [
      "a retry interval of 1 s",
      one(http({ retryPolicy: { type: "fixed", count: 1, interval: "PT1S" } })),
      /PT5S to P1D/,
    ],
    ["an unknown authentication", one(http({ authentication: { type: "ClientCertificate" } })), /'ClientCertificate'/],
    ["an unknown operation option", one(http({}, { operationOptions: "Sequential" })), /'Sequential'/],
    ["a time-out that is not a duration", one(http({}, { limit: { timeout: "30s" } })), /limit\.timeout/],
    ["a runAfter to a missing action", one({ ...compose(""), runAfter: { Gone: ["Succeeded"] } }), /after 'Gone'/],
    [
      "a runAfter without a status",
      { actions: { A: compose(""), B: compose("", { A: [] }) } },
      /after 'A' with no status/,
    ],
    [
      "the result of what is not a scope",
      { actions: { A: compose(""), B: compose("@result('A')", { A: ["Succeeded"] }) } },
      /result of 'A', which is not a scope/,
    ],
    [
      "an interval of half an hour",
      triggered({ type: "Recurrence", recurrence: { frequency: "Hour", interval: 0.5 } }),
      /interval that is not a whole number from 1/,
    ],
    [
      "a Response in runs of limited concurrency",
      {
        ...one({ type: "Response", inputs: { statusCode: 200 } }),
        trigger: { type: "Request", inputs: {}, runtimeConfiguration: { concurrency: { runs: 1 } } },
      },
      /concurrency\.runs: a synchronous Response/,
    ],
    ["a runAfter with an unknown status", { actions: { A: compose(""), B: compose("", { A: ["Done"] }) } }, /'Done'/],
    [
      "a cycle",
      { actions: { A: compose("", { B: ["Succeeded"] }), B: compose("", { A: ["Succeeded"] }) } },
      /'A', 'B' is a cycle/,
    ],
    ["an action that refers to one that is not there", one(compose("@body('Gone')")), /'Gone', which does not exist/],
    [
      "an action that refers to one that it does not run after",
      { actions: { A: compose(""), B: compose("@outputs('A')") } },
      /'B' refers to the action 'A', which it does not run after/,
    ],
    ["a reference to an undeclared parameter", one(compose("@parameters('gone')")), /parameter 'gone'/],
    [
      "a parameter without value or default",
      { actions: {}, parameters: { p: { type: "String" } } },
      /'p' has no value/,
    ],
    [
      "a value without a declaration",
      { actions: {}, values: { p: { value: 1 } } },
      /'p' has a value but is not declared/,
    ],
    [
      "secureData on a Terminate",
      one({ type: "Terminate", inputs: { runStatus: "Failed" }, ...secure("inputs") }),
      /secureData/,
    ],
    ["secure outputs on a Compose", one({ ...compose(""), ...secure("outputs") }), /secureData for 'outputs'/],
    ["secureData on a Recurrence", triggered({ ...hourly, ...secure("outputs") }), /secureData/],
    ["an unknown trigger", triggered({ type: "SlidingWindow" }), /type 'SlidingWindow'/],
    [
      "concurrency with SingleInstance",
      triggered({ ...hourly, runtimeConfiguration: { concurrency: { runs: 1 } }, operationOptions: "SingleInstance" }),
      /both/,
    ],
    [
      "maximumWaitingRuns",
      triggered({ ...hourly, runtimeConfiguration: { concurrency: { runs: 1, maximumWaitingRuns: 2 } } }),
      /'maximumWaitingRuns'/,
    ],
    [
      "a monthly recurrence",
      triggered({ type: "Recurrence", recurrence: { frequency: "Month", interval: 1 } }),
      /'Month'/,
    ],
    ["a Response without a Request trigger", one({ type: "Response", inputs: { statusCode: 200 } }), /Request trigger/],
    [
      "a name used twice",
      { actions: { A: compose(""), S: { type: "Scope", runAfter: {}, actions: { a: compose("") } } } },
      /'a' is used twice/,
    ],
  ];
  for (const [name, parts, message] of cases) {
    it(`for ${name}`, () => {
      const [problem, ...others] = problems(parts);
      assert.match(problem ?? "accepted", message);
      assert.deepEqual(others, []);
    });
  }

  it("whose definition is not an object", () => {
    const { logicApps } = workflowBench();
    assert.throws(
      () => {
        logicApps.putWorkflow({ ...workflow({ actions: {} }), definition: [] });
      },
      { name: "WorkflowRefusedError", problems: ["The definition is not a JSON object."] },
    );
  });

  it("with every problem in one error, and the workflow before it stays", async () => {
    const bench = workflowBench();
    await bench.run({ actions: {} });
    assert.throws(
      () => {
        bench.put({ actions: { A: { type: "Join" }, B: compose("@x()") } });
      },
      { name: "WorkflowRefusedError", message: /'refresh' was refused:\n- .*Join.*\n- .*'x'/ },
    );
    assert.equal(
      bench.logicApps.runs("/subscriptions/s1/resourceGroups/g1/providers/Microsoft.Logic/workflows/REFRESH").length,
      1,
    );
  });
});

describe("a workflow is taken", () => {
  it("with references to what surely ended: around, before, and within what is before", () => {
    const actions = {
      Get: compose("x"),
      Try: { type: "Scope", runAfter: { Get: ["Succeeded"] }, actions: { In: compose("@outputs('Get')") } },
      Catch: compose("@concat(outputs('Get'), outputs('In'), string(result('Try')))", { Try: ["Failed"] }),
    };
    assert.deepEqual(problems({ actions }), []);
  });
});
