import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Run } from "../../../emulator/logic-apps";
import { defaultReadings, type Readings } from "../../../emulator/provenance";
import { evaluateRule } from "../../../emulator/monitor/evaluate-rule";
import { readMetricRule } from "../../../emulator/monitor/metric-rule";
import { runMetrics } from "../../../emulator/monitor/run-metrics";
import { at, begin, ruleProperties, runAt } from "./runs";

const failure = { name: "failed", metricName: "RunsFailed", operator: "GreaterThan", threshold: 0 };
const silent = readMetricRule(ruleProperties());
const failed = readMetricRule(ruleProperties({ windowSize: "PT15M" }, failure));

/** Minutes from the beginning at which a rule fired, and was over. */
function firings(
  rule: typeof silent,
  runs: readonly Run[],
  until: number,
  emptyWindow: Readings["emptyWindow"] = "zero",
): readonly (number | string)[][] {
  const readings = { ...defaultReadings, emptyWindow };
  return evaluateRule({ rule, since: begin, until: at(until), values: runMetrics(runs), readings }).map(
    ({ firedAt, resolvedAt }) =>
      [firedAt, resolvedAt].map((time) =>
        time === undefined ? "active" : (time.getTime() - begin.getTime()) / 60_000,
      ),
  );
}

/** Runs every 30 minutes. */
const every30 = (from: number, to: number): readonly Run[] =>
  Array.from({ length: Math.floor((to - from) / 30) + 1 }, (_, index) => runAt(from + 30 * index));

describe("A rule on silence", () => {
  it("stays silent while every run succeeds, for days", () => {
    assert.deepEqual(firings(silent, every30(7, 3 * 1440), 3 * 1440), []);
  });

  it("stays silent when a single run is missing or late", () => {
    const runs = every30(7, 600).filter(({ id }) => id !== "run-307");
    assert.deepEqual(firings(silent, runs, 600), []);
  });

  it("fires when no run succeeded in its window, and once only", () => {
    assert.deepEqual(firings(silent, every30(7, 307), 1440), [[370, "active"]]);
  });

  it("is over after three evaluations with a success, and fires again", () => {
    const runs = [...every30(7, 307), runAt(500), ...every30(530, 600)];
    assert.deepEqual(firings(silent, runs, 900), [
      [370, 510],
      [650, "active"],
    ]);
  });

  it("counts no run that failed, was cancelled or is under way", () => {
    const others = (["Failed", "Cancelled", "Running"] as const).map((status, index) => runAt(30 + index, status));
    assert.deepEqual(firings(silent, others, 60), [[60, "active"]]);
  });

  it("waits for a window of its own before it says that nothing came", () => {
    assert.deepEqual(firings(silent, [], 59), []);
    assert.deepEqual(firings(silent, [], 60), [[60, "active"]]);
  });

  it("never fires where an empty window is not evaluated", () => {
    assert.deepEqual(firings(silent, every30(7, 307), 1440, "notEvaluated"), []);
  });

  it("does nothing when it is disabled", () => {
    assert.deepEqual(firings({ ...silent, enabled: false }, [], 1440), []);
  });
});

describe("A rule on failure", () => {
  it("stays silent on successes and without any run", () => {
    assert.deepEqual(firings(failed, every30(7, 600), 600), []);
    assert.deepEqual(firings(failed, [], 600), []);
  });

  for (const emptyWindow of ["zero", "notEvaluated"] as const) {
    it(`fires at the evaluation after a run that failed, where an empty window is ${emptyWindow}`, () => {
      assert.deepEqual(firings(failed, [runAt(2, "Failed")], 5, emptyWindow), [[5, "active"]]);
    });
  }

  it("is over half an hour after a single failure, and tells of the next one", () => {
    assert.deepEqual(firings(failed, [runAt(2, "Failed"), runAt(62, "Failed")], 120), [
      [5, 30],
      [65, 90],
    ]);
  });

  it("says once that runs fail every few minutes", () => {
    const runs = [2, 12, 22, 32].map((minutes) => runAt(minutes, "Failed"));
    assert.deepEqual(firings(failed, runs, 45), [[5, "active"]]);
  });
});
