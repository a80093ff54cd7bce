import type { Action, Actions, Leaf, RunAfter } from "../../definition";
import { afterSuccess, failRun } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { responseIsToken } from "./response-is-token";
import type { FailureClass } from "./failure-classes";
import { grants } from "./grants";
import { introspectToken, introspectTokenAction } from "./introspect-token";
import { readCredentials } from "./read-credentials";
import { requestToken, requestTokenAction } from "./request-token";
import { storeRotatedRefreshToken } from "./rotated-refresh-token";
import { tokenChanged } from "./stored-token";
import type { WritePath } from "./write-actions";
import { storeToken } from "./write-actions";

/** How the actions of a refresh authenticate and write. */
export interface RefreshOptions {
  /** Resource ID of the workflow's user-assigned identity. @default the system-assigned one */
  readonly identity?: Leaf | undefined;
  readonly write: WritePath;
}

/** Name of the last of {@link refreshActions}: if any action before it fails, it ends Failed or Skipped. */
export const responseIsTokenAction = "Answer_is_a_token";

/** Reads the credentials, requests a token, stores a rotated refresh token, validates the response, and stores it. */
export function refreshActions(token: TokenSettings, options: RefreshOptions, readBefore: RunAfter): Actions {
  const credentials = readCredentials(token, options.identity);
  const actions: Record<string, Action> = {
    ...credentials,
    [requestTokenAction]: requestToken(token, {
      ...readBefore,
      ...afterSuccess(Object.keys(credentials)),
    }),
  };
  let before = afterSuccess([requestTokenAction]);
  const { rotates } = grants[token.grantType];
  const rotatedSecretName = rotates?.secretName(token);
  if (rotates !== undefined && rotatedSecretName !== undefined) {
    const action = "Refresh_token_was_rotated";
    const secret = { name: rotatedSecretName, readBy: rotates.readBy };
    actions[action] = storeRotatedRefreshToken(secret, options.identity, before);
    before = afterSuccess([action]);
  }
  if (token.introspectionUrl !== undefined) {
    actions[introspectTokenAction] = introspectToken(token, token.introspectionUrl, before);
    // The expiry has other sources if this one fails.
    before = { [introspectTokenAction]: ["Succeeded", "Failed", "TimedOut"] };
  }
  actions[responseIsTokenAction] = {
    type: "If",
    runAfter: before,
    expression: responseIsToken(token),
    actions: storeIfChanged(token, options),
    else: { actions: { Reject_answer: rejectAnswer } },
  };
  return actions;
}

/** Stores the token; with `skipWhileFresh`, only if it differs from the stored one. */
function storeIfChanged(token: TokenSettings, { identity, write }: RefreshOptions): Actions {
  const actions = storeToken(token, write, identity);
  if (!token.skipWhileFresh) return actions;
  return {
    Answer_is_news: { type: "If", runAfter: {}, expression: tokenChanged(token), actions, else: { actions: {} } },
  };
}

const rejectAnswer = failRun(
  "BadAnswer" satisfies FailureClass,
  "The token server answered without a usable access_token, or with an instance_url whose host is not allowed. The " +
    "stored token was left as it is.",
  {},
);
