import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readLogRule } from "../../../emulator/monitor";
import { failedRunsQuery, logRuleProperties } from "./runs";

describe("A log alert", () => {
  it("is read as it is deployed", () => {
    assert.deepEqual(readLogRule(logRuleProperties({ actions: { actionGroups: ["/groups/on-call"] } })), {
      workspaceId: "/workspaces/logs",
      workflowId: "/workflows/refresh",
      dimension: "ErrorCode",
      description: "A refresh failed.",
      enabled: true,
      windowMinutes: 15,
      frequencyMinutes: 5,
      actionGroupIds: ["/groups/on-call"],
    });
  });

  for (const [changes, message] of [
    [{ enabled: "yes" }, 'enabled is "yes"; allowed: true or false.'],
    [{ severity: 5 }, "severity is 5; allowed: 0 to 4."],
    [{ autoMitigate: undefined }, "The emulator does not support autoMitigate missing, only true."],
    [{ skipQueryValidation: false }, "The emulator does not support skipQueryValidation false, only true."],
    [{ evaluationFrequency: "PT15M" }, 'The emulator does not support evaluationFrequency "PT15M", only PT5M.'],
    [{ windowSize: "PT2H" }, 'The emulator does not support windowSize "PT2H", only '],
    [{ scopes: ["/a", "/b"] }, 'The emulator does not support scopes ["/a","/b"], only the id of one workspace.'],
    [{ criteria: { allOf: [] } }, "The emulator does not support criteria.allOf [], only one condition."],
    [{ muteActionsDuration: "PT1H" }, 'The emulator does not support muteActionsDuration "PT1H", only actions, '],
  ] as const) {
    it(`is refused with ${JSON.stringify(changes)}`, () => {
      assert.throws(
        () => readLogRule(logRuleProperties(changes)),
        (error: Error) => error.name === "RuleRefusedError" && error.message.startsWith(message),
      );
    });
  }

  for (const [condition, what] of [
    [{ query: "AzureDiagnostics" }, "the query"],
    [{ query: failedRunsQuery("/workflows/refresh").replace("Failed", "Succeeded") }, "the query"],
    [{ query: `${failedRunsQuery("/workflows/refresh")}\n| take 1` }, "the query"],
    [{ dimensions: [] }, "dimensions"],
    [{ dimensions: [{ name: "Other", operator: "Include", values: ["*"] }] }, "dimensions"],
    [{ threshold: 1 }, "the condition"],
    [{ timeAggregation: "Total" }, "the condition"],
    [{ failingPeriods: { numberOfEvaluationPeriods: 3, minFailingPeriodsToAlert: 2 } }, "the condition"],
    [{ resourceIdColumn: "_ResourceId" }, "the condition"],
  ] as const) {
    it(`is refused with a condition of ${JSON.stringify(condition)}`, () => {
      assert.throws(
        () => readLogRule(logRuleProperties({}, condition)),
        (error: Error) =>
          error.name === "RuleRefusedError" && error.message.startsWith(`The emulator does not support ${what} `),
      );
    });
  }
});
