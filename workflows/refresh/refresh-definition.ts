import { vaultUriParameter } from "../../access";
import type { Action, RunAfter, WorkflowDefinition } from "../../definition";
import { workflowDefinition } from "../../definition";
import { failRun } from "./fail-run";
import { failureCode } from "./failure-code";
import type { RefreshOptions } from "./refresh-actions";
import { answerIsTokenAction, refreshActions } from "./refresh-actions";
import type { RefreshedToken } from "./refreshed-token";
import { readStoredToken, refreshIsDue } from "./stored-token";

/** Name of the refresh workflow's trigger. */
export const refreshTrigger = "Recurrence";

/**
 * A past time: without one, a recurrence fires at deployment, before the workflow's grants are there.
 * https://learn.microsoft.com/azure/logic-apps/concepts-schedule-automated-recurring-tasks-workflows
 */
const startTime = "2026-01-01T00:00:00Z";

/**
 * The workflow that keeps one token fresh: read the client's credentials, ask for a token, look at the answer, store it.
 *
 * A refresh token that the server rotated is stored first. Whatever fails ends the run Failed, with the class of the
 * failure as its code. Every action that touches a secret hides its inputs and outputs. With `skipWhileFresh`, all of
 * it is done only when the stored token ends before the next run.
 */
export function refreshDefinition(token: RefreshedToken, options: RefreshOptions): WorkflowDefinition {
  return workflowDefinition({
    parameters: {
      [vaultUriParameter]: { type: "String" },
      ...(options.write.kind === "connector" ? { $connections: { type: "Object" } } : {}),
    },
    triggers: {
      [refreshTrigger]: {
        type: "Recurrence",
        recurrence: { frequency: "Minute", interval: token.intervalMinutes, startTime, timeZone: "UTC" },
        // Two runs at once could both use the refresh token, and the second would revoke what the first got.
        runtimeConfiguration: { concurrency: { runs: 1 } },
      },
    },
    actions: workflowActions(token, options),
  });
}

function workflowActions(token: RefreshedToken, options: RefreshOptions): Readonly<Record<string, Action>> {
  const read = readStoredToken(token, options.identity);
  // A stored token that cannot be read, as the first time, hinders nothing.
  const afterReading: RunAfter = Object.fromEntries(
    Object.keys(read).map((action) => [action, ["Succeeded", "Failed", "TimedOut"] as const]),
  );
  if (token.skipWhileFresh !== true) {
    return {
      ...read,
      ...refreshActions(token, options, afterReading),
      Fail_run: fail(token, { [answerIsTokenAction]: ["Failed", "Skipped", "TimedOut"] }),
    };
  }
  const dueAction = "Refresh_is_due";
  return {
    ...read,
    [dueAction]: {
      type: "If",
      runAfter: afterReading,
      expression: refreshIsDue(token),
      actions: refreshActions(token, options, {}),
      else: { actions: {} },
    },
    Fail_run: fail(token, { [dueAction]: ["Failed", "Skipped", "TimedOut"] }),
  };
}

function fail(token: RefreshedToken, runAfter: RunAfter): Action {
  return failRun(
    failureCode(token),
    "The refresh did not end well; the code says why, and docs/troubleshooting.md what to do. A token that was stored " +
      "before is still there.",
    runAfter,
  );
}
