import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Run } from "../../../emulator/logic-apps";
import { readLogRule } from "../../../emulator/monitor";
import { errorCodeAlerts } from "../../../emulator/monitor/error-code-alerts";
import { at, begin, failedAt, logRuleProperties, runAt } from "./runs";

/** Error codes, and minutes from the beginning at which their alerts fired and were over. */
function alerts(runs: readonly Run[], until: number, changes: object = {}): readonly unknown[][] {
  const rule = readLogRule(logRuleProperties(changes));
  return errorCodeAlerts(rule, { since: begin, until: at(until), runs }).map(({ dimensions, firedAt, resolvedAt }) => [
    dimensions.ErrorCode,
    ...[firedAt, resolvedAt].map((time) =>
      time === undefined ? "active" : (time.getTime() - begin.getTime()) / 60_000,
    ),
  ]);
}

describe("A log rule on error codes", () => {
  it("stays silent while no run fails", () => {
    assert.deepEqual(alerts([runAt(7), runAt(37), runAt(67, "Cancelled")], 120), []);
  });

  it("fires at the next evaluation, with the code, and is over after three without it", () => {
    assert.deepEqual(alerts([failedAt(12, "VaultForbidden")], 120), [["VaultForbidden", 15, 40]]);
  });

  it("fires for each code by itself", () => {
    const runs = [failedAt(12, "VaultForbidden"), failedAt(17, "invalid_client"), failedAt(22, "VaultForbidden")];
    assert.deepEqual(alerts(runs, 30), [
      ["VaultForbidden", 15, "active"],
      ["invalid_client", 20, "active"],
    ]);
  });

  it("calls a failure without a code Unknown", () => {
    assert.deepEqual(alerts([runAt(12, "Failed")], 20), [["Unknown", 15, "active"]]);
  });

  it("never fires while it is disabled", () => {
    assert.deepEqual(alerts([failedAt(12, "VaultForbidden")], 120, { enabled: false }), []);
  });
});
