import type { Action, Actions, Leaf, RunAfter } from "../../definition";
import { answerIsToken } from "./answer-is-token";
import { failRun } from "./fail-run";
import { introspectToken, introspectTokenAction } from "./introspect-token";
import { readCredentials } from "./read-credentials";
import type { RefreshedToken } from "./refreshed-token";
import { requestToken, requestTokenAction } from "./request-token";
import { storeRotatedRefreshToken } from "./rotated-refresh-token";
import { answerIsNews } from "./stored-token";
import type { WritePath } from "./write-actions";
import { storeToken } from "./write-actions";

/** What the actions of a refresh are made for. */
export interface RefreshOptions {
  /** Resource id of the workflow's user-assigned identity. @default the system-assigned one */
  readonly identity?: Leaf | undefined;
  readonly write: WritePath;
}

/** Name of the last of {@link refreshActions}: whatever fails before, it ends Failed or Skipped. */
export const answerIsTokenAction = "Answer_is_a_token";

/** Reads the credentials, asks for a token, stores a rotated refresh token, looks at the answer, and stores it. */
export function refreshActions(token: RefreshedToken, options: RefreshOptions, readBefore: RunAfter): Actions {
  const credentials = readCredentials(token, options.identity);
  const actions: Record<string, Action> = {
    ...credentials,
    [requestTokenAction]: requestToken(token, {
      ...readBefore,
      ...Object.fromEntries(Object.keys(credentials).map((action) => [action, ["Succeeded"] as const])),
    }),
  };
  let before: RunAfter = { [requestTokenAction]: ["Succeeded"] };
  if (token.refreshTokenSecretName !== undefined) {
    const name = "Refresh_token_was_rotated";
    actions[name] = storeRotatedRefreshToken(token.refreshTokenSecretName, options.identity, before);
    before = { [name]: ["Succeeded"] };
  }
  if (token.introspectionUrl !== undefined) {
    actions[introspectTokenAction] = introspectToken(token, token.introspectionUrl, before);
    // Another source of the token's end is there if this one fails.
    before = { [introspectTokenAction]: ["Succeeded", "Failed", "TimedOut"] };
  }
  actions[answerIsTokenAction] = {
    type: "If",
    runAfter: before,
    expression: answerIsToken(token),
    actions: storeNews(token, options),
    else: { actions: { Reject_answer: rejectAnswer } },
  };
  return actions;
}

/** With `skipWhileFresh`, a token that is stored already is not stored again. */
function storeNews(token: RefreshedToken, { identity, write }: RefreshOptions): Actions {
  const actions = storeToken(token, write, identity);
  if (token.skipWhileFresh !== true) return actions;
  return {
    Answer_is_news: { type: "If", runAfter: {}, expression: answerIsNews(token), actions, else: { actions: {} } },
  };
}

const rejectAnswer = failRun(
  "BadAnswer",
  "The token server answered without a usable access_token, or with an instance_url whose host is not allowed. The " +
    "stored token was left as it is.",
  {},
);
