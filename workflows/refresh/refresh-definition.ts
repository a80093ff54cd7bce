import { vaultUriParameter } from "../../access";
import type { Actions, RunAfter, WorkflowDefinition } from "../../definition";
import { workflowDefinition } from "../../definition";
import type { TokenSettings } from "../../settings";
import { recurrence } from "../recurrence";
import { vaultFailuresDeclaration } from "../vault/vault-failure";
import { failUnlessEnded } from "./fail-unless-ended";
import type { RefreshOptions } from "./refresh-actions";
import { responseIsTokenAction, refreshActions } from "./refresh-actions";
import { withDefaults, type RefreshedToken } from "./refreshed-token";
import { readStoredToken, refreshIsDue, refreshIsDueAction } from "./stored-token";
import { tokenServerErrors, tokenServerErrorsParameter } from "./token-answer/token-server-errors";

/** Name of the refresh workflow's trigger. */
export const refreshTrigger = "Recurrence";

/**
 * The workflow that keeps one token fresh: reads the client's credentials, requests a token, validates the response and
 * stores it.
 *
 * A refresh token that the server rotated is stored first. Any failure ends the run Failed, with the class of the failure
 * as its code: each action that can fail is followed by one that ends the run. Every action that handles a secret hides its inputs and outputs. With `skipWhileFresh`, the run does
 * nothing unless the stored token expires before the next run.
 */
export function refreshDefinition(refreshed: RefreshedToken, options: RefreshOptions): WorkflowDefinition {
  const token = withDefaults(refreshed);
  return workflowDefinition({
    parameters: {
      [vaultUriParameter]: { type: "String", defaultValue: "" },
      ...vaultFailuresDeclaration,
      [tokenServerErrorsParameter]: { type: "Array", defaultValue: tokenServerErrors },
      ...(options.write.kind === "connector" ? { $connections: { type: "Object", defaultValue: {} } } : {}),
    },
    // Two runs at once could use the same refresh token, and the second would revoke the tokens of the first.
    triggers: { [refreshTrigger]: recurrence(token.intervalMinutes) },
    actions: workflowActions(token, options),
  });
}

function workflowActions(token: TokenSettings, options: RefreshOptions): Actions {
  const read = readStoredToken(token, options);
  // A stored token that cannot be read, as on the first run, does not prevent a refresh.
  const afterReading: RunAfter = Object.fromEntries(
    Object.keys(read).map((action) => [action, ["Succeeded", "Failed", "TimedOut"] as const]),
  );
  if (!token.skipWhileFresh) {
    const actions = refreshActions(token, options, afterReading);
    return { ...read, ...actions, Fail_run: failUnlessEnded(token, actions, responseIsTokenAction) };
  }
  const actions: Actions = {
    ...read,
    [refreshIsDueAction]: {
      type: "If",
      description: "Decides whether the stored token expires before the next run.",
      runAfter: afterReading,
      expression: refreshIsDue(token),
      actions: refreshActions(token, options, {}),
      else: { actions: {} },
    },
  };
  return { ...actions, Fail_run: failUnlessEnded(token, actions, refreshIsDueAction) };
}
