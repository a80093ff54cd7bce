import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compose, http } from "../workflow-bench";
import { declare, one, refusals, triggered } from "./refusals";

const request = (inputs: object): object => ({ type: "Request", kind: "Http", inputs });
const response = (statusCode: unknown) => ({
  ...one({ type: "Response", kind: "Http", inputs: { statusCode } }),
  trigger: request({}),
});
const scope = (actions: object): object => ({ type: "Scope", runAfter: {}, actions });

describe("What an operation asks for is refused", () => {
  it("where its HTTP method does not exist", () => {
    const wrong = "has the method 'FETCH'; allowed: GET, PUT, POST, PATCH, DELETE.";
    assert.deepEqual(refusals(one(http({ method: "FETCH" }))), [`The action 'Act' ${wrong}`]);
    assert.deepEqual(refusals(triggered(request({ method: "FETCH" }))), [`The trigger 'trigger' ${wrong}`]);
    assert.deepEqual(refusals(one(http({ method: "put" }))), []);
    assert.deepEqual(refusals(one(http({ method: "@concat('P', 'UT')" }))), []);
  });

  it("where a Response has a status code that is not 2xx, 4xx or 5xx", () => {
    for (const code of [302, 199, 600, 200.5, "2xx", ""]) {
      assert.deepEqual(refusals(response(code)), [
        `The action 'Act' has the statusCode '${code}'; a Response answers with a 2xx, 4xx or 5xx.`,
      ]);
    }
    for (const code of [200, 404, "503", "@int('200')"]) assert.deepEqual(refusals(response(code)), []);
  });

  it("where a Terminate has a status that no run ends with", () => {
    const terminate = (runStatus: string) => one({ type: "Terminate", inputs: { runStatus } });
    assert.deepEqual(refusals(terminate("Skipped")), [
      "The action 'Act' has the runStatus 'Skipped'; allowed: Cancelled, Failed, Succeeded.",
    ]);
    assert.deepEqual(refusals(terminate("Cancelled")), []);
  });

  it("where Terminate or Response stands in a loop", () => {
    const ends = {
      Terminate: { type: "Terminate", runAfter: {}, inputs: { runStatus: "Failed" } },
      Response: { type: "Response", kind: "Http", runAfter: {}, inputs: { statusCode: 200 } },
    };
    const loop = { type: "Until", expression: "@equals(1, 1)", actions: { In: scope(ends) } };
    assert.deepEqual(refusals({ ...one(loop), trigger: request({}) }), [
      "The action 'Terminate' of type Terminate must stand outside of the loop 'Act'.",
      "The action 'Response' of type Response must stand outside of the loop 'Act'.",
    ]);
  });

  it("where an Until has no expression, or limits that no loop has", () => {
    const loop = { type: "Until", actions: {} };
    const missing = "The action 'Act' has no expression, a text such as @equals(variables('done'), true).";
    for (const expression of [undefined, "", { equals: [1, 1] }]) {
      assert.deepEqual(refusals(one({ ...loop, expression })), [missing]);
    }
    const limited = (limit: object) => refusals(one({ ...loop, expression: "@equals(1, 1)", limit }));
    for (const count of [0, 5_001, 2.5, "60", "@int('60')"]) {
      assert.deepEqual(limited({ count }), [
        "The action 'Act' has a limit.count that is not a whole number from 1 to 5,000.",
      ]);
    }
    assert.deepEqual(limited({ timeout: "1 hour" }), [
      "The action 'Act' has a limit.timeout that is not an ISO 8601 duration such as PT30S.",
    ]);
    assert.deepEqual(limited({ counts: 1 }), [
      "The action 'Act', in limit, has the property 'counts', which the emulator does not support.",
    ]);
    assert.deepEqual(limited({ count: 5_000, timeout: "P1D" }), []);
  });

  it("where an action has an option of another type", () => {
    const loop = { type: "Until", expression: "@equals(1, 1)", actions: {} };
    assert.deepEqual(refusals(one({ ...loop, operationOptions: "Sequential" })), [
      "The action 'Act' has the operation option 'Sequential', which the emulator does not support: FailWhenLimitsReached.",
    ]);
    assert.deepEqual(refusals(one(http({}, { operationOptions: "FailWhenLimitsReached" }))), [
      "The action 'Act' has the operation option 'FailWhenLimitsReached', which the emulator does not support: " +
        "SuppressWorkflowHeaders, DisableAsyncPattern.",
    ]);
  });

  it("where a variable is declared within another action, or of an unknown type", () => {
    assert.deepEqual(refusals({ actions: { S: scope({ D: declare("n") }) } }), [
      "The action 'D' must stand outside of 'S'.",
    ]);
    assert.deepEqual(refusals({ actions: { D: declare("n", "number") } }), [
      "The action 'D' initializes 'n' with the type 'number'; allowed: array, boolean, float, integer, object, string.",
    ]);
    assert.deepEqual(refusals({ actions: { D: declare("n", "Integer") } }), []);
  });
});

describe("A definition is refused beyond Logic Apps' limits:", () => {
  const named = (count: number, make: (at: number) => unknown): object =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, make(at)]));
  const nested = (depth: number): object => ({ [`d${depth}`]: depth === 1 ? compose("x") : scope(nested(depth - 1)) });

  it("500 actions, 8 deep", () => {
    assert.deepEqual(refusals({ actions: named(500, () => compose("x")) }), []);
    assert.deepEqual(refusals({ actions: named(501, () => compose("x")) }), [
      "The definition has 501 actions; 500 are allowed.",
    ]);
    assert.deepEqual(refusals({ actions: nested(8) }), []);
    assert.deepEqual(refusals({ actions: nested(9) }), ["The action 'd1' is nested 9 deep; 8 are allowed."]);
  });

  it("names of 80 characters, descriptions of 256", () => {
    const [longest, tooLong] = ["a".repeat(80), "a".repeat(81)];
    assert.deepEqual(refusals({ actions: { [longest]: { ...compose("x"), description: "d".repeat(256) } } }), []);
    assert.deepEqual(refusals({ actions: { [tooLong]: { ...compose("x"), description: "d".repeat(257) } } }), [
      `The action name '${tooLong}' exceeds 80 characters.`,
      `The action '${tooLong}' has a description of 257 characters; 256 are allowed.`,
    ]);
    assert.deepEqual(refusals({ actions: {}, description: "d".repeat(257) }), [
      "The definition has a description of 257 characters; 256 are allowed.",
    ]);
  });

  it("25 cases, 10 outputs, 250 variables", () => {
    const cases = (count: number) =>
      one({ type: "Switch", expression: "x", cases: named(count, (at) => ({ case: String(at), actions: {} })) });
    assert.deepEqual(refusals(cases(25)), []);
    assert.deepEqual(refusals(cases(26)), ["The action 'Act' has 26 cases; 25 are allowed."]);
    assert.deepEqual(refusals({ actions: {}, outputs: named(10, () => ({ value: 1 })) }), []);
    assert.deepEqual(refusals({ actions: {}, outputs: named(11, () => ({ value: 1 })) }), [
      "The definition has 11 outputs; 10 are allowed.",
    ]);
    assert.deepEqual(refusals({ actions: named(250, (at) => declare(`v${at}`)) }), []);
    assert.deepEqual(refusals({ actions: named(251, (at) => declare(`v${at}`)) }), [
      "The definition has 251 variables; 250 are allowed.",
    ]);
  });
});
