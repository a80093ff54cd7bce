import { vaultUriParameter } from "../../access";
import type { Action, Leaf, WorkflowDefinition } from "../../definition";
import { workflowDefinition } from "../../definition";
import { failureCode } from "./failure-code";
import { readCredentials } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { requestToken, requestTokenAction } from "./request-token";
import { answerIsToken } from "./token-answer";
import type { WritePath } from "./write-actions";
import { storeRotatedRefreshToken, storeToken } from "./write-actions";

/** Name of the refresh workflow's trigger. */
export const refreshTrigger = "Recurrence";

/**
 * A past time: without one, a recurrence fires at deployment, before the workflow's grants are there.
 * https://learn.microsoft.com/azure/logic-apps/concepts-schedule-automated-recurring-tasks-workflows
 */
const startTime = "2026-01-01T00:00:00Z";

/** What a refresh workflow is made of, besides its token. */
export interface RefreshOptions {
  /** Resource id of the workflow's user-assigned identity. @default the system-assigned one */
  readonly identity?: Leaf | undefined;
  readonly write: WritePath;
}

/**
 * The workflow that keeps one token fresh: read the client's credentials, ask for a token, look at the answer, store it.
 *
 * A refresh token that the server rotated is stored first. Whatever fails ends the run Failed, with the class of the
 * failure as its code. Every action that touches a secret hides its inputs and outputs.
 */
export function refreshDefinition(token: RefreshedToken, options: RefreshOptions): WorkflowDefinition {
  const credentials = readCredentials(token, options.identity);
  const rotation: Record<string, Action> =
    token.refreshTokenSecretName === undefined
      ? {}
      : {
          Refresh_token_was_rotated: storeRotatedRefreshToken(token.refreshTokenSecretName, options.identity, {
            [requestTokenAction]: ["Succeeded"],
          }),
        };
  const [beforeAnswer = requestTokenAction] = Object.keys(rotation);
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
    actions: {
      ...credentials,
      [requestTokenAction]: requestToken(
        token,
        Object.fromEntries(Object.keys(credentials).map((action) => [action, ["Succeeded"] as const])),
      ),
      ...rotation,
      Answer_is_a_token: {
        type: "If",
        runAfter: { [beforeAnswer]: ["Succeeded"] },
        expression: answerIsToken(token),
        actions: storeToken(token, options.write),
        else: {
          actions: {
            Reject_answer: {
              type: "Terminate",
              runAfter: {},
              inputs: {
                runStatus: "Failed",
                runError: {
                  code: "BadAnswer",
                  message:
                    "The token server answered without a usable access_token, or with an instance_url whose host is " +
                    "not allowed. The stored token was left as it is.",
                },
              },
            },
          },
        },
      },
      Fail_run: {
        type: "Terminate",
        runAfter: { Answer_is_a_token: ["Failed", "Skipped", "TimedOut"] },
        inputs: {
          runStatus: "Failed",
          runError: {
            code: failureCode(token),
            message: "The token was not refreshed; the code says why. A token that was stored before is still there.",
          },
        },
      },
    },
  });
}
