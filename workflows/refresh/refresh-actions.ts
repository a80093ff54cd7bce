import type { AzureCaller } from "../../access";
import type { Action, Actions, RunAfter } from "../../definition";
import { afterSuccess } from "../../definition/building";
import type { TokenSettings } from "../../settings";
import { failOnVaultError } from "../vault/vault-failure";
import type { FailureClass } from "./failure-classes";
import { grants } from "./token-request/grants";
import {
  introspectToken,
  introspectTokenAction,
  readIntrospection,
  readIntrospectionAction,
} from "./token-answer/introspect-token";
import { readAnswer, readAnswerAction } from "./token-answer/read-answer";
import { readCredentials } from "./token-request/read-credentials";
import { rejectAnswer } from "./token-answer/reject-answer";
import { requestToken, requestTokenAction } from "./token-request/request-token";
import { responseIsToken } from "./token-answer/response-is-token";
import { storeRotatedRefreshToken } from "./token-answer/rotated-refresh-token";
import { tokenChanged } from "./stored-token";
import { composeTokenExpiry, isComposed, tokenExpiryAction } from "./token-answer/token-expiry";
import type { WritePath } from "./write-actions";
import { storeToken } from "./write-actions";

/** How the actions of a refresh authenticate and write. */
export interface RefreshOptions extends AzureCaller {
  readonly write: WritePath;
}

/** Name of the last of {@link refreshActions}: if any action before it fails, it ends Failed or Skipped. */
export const responseIsTokenAction = "Answer_is_a_token";

/** Runs an action however the one before it ended, unless that one was skipped. */
const afterAny = (action: string): RunAfter => ({ [action]: ["Succeeded", "Failed", "TimedOut"] });

/** Reads the credentials, requests a token, stores a rotated refresh token, validates the response, and stores it. */
export function refreshActions(token: TokenSettings, options: RefreshOptions, readBefore: RunAfter): Actions {
  const credentials = readCredentials(token, options);
  const notFound: FailureClass = "CredentialNotFound";
  const actions: Record<string, Action> = {};
  for (const [action, read] of Object.entries(credentials)) {
    Object.assign(
      actions,
      { [action]: read },
      failOnVaultError(action, { does: "did not read a credential", notFound }),
    );
  }
  actions[requestTokenAction] = requestToken(token, { ...readBefore, ...afterSuccess(Object.keys(credentials)) });
  // An error has an answer too.
  actions[readAnswerAction] = readAnswer(token, afterAny(requestTokenAction));
  let before = afterAny(readAnswerAction);
  const { rotates } = grants[token.grantType];
  const rotatedSecretName = rotates?.secretName(token);
  if (rotates !== undefined && rotatedSecretName !== undefined) {
    const action = "Refresh_token_was_rotated";
    const secret = { name: rotatedSecretName, readBy: rotates.readBy };
    actions[action] = storeRotatedRefreshToken(secret, options, before);
    before = afterSuccess([action]);
  }
  if (token.introspectionUrl !== undefined) {
    actions[introspectTokenAction] = introspectToken(token, token.introspectionUrl, before);
    actions[readIntrospectionAction] = readIntrospection(afterAny(introspectTokenAction));
    // The expiry has other sources if this one fails.
    before = afterAny(readIntrospectionAction);
  }
  actions[responseIsTokenAction] = {
    type: "If",
    description: "Decides whether the answer has a token that can be stored.",
    runAfter: before,
    expression: responseIsToken(token),
    actions: storeIfChanged(token, options),
    else: { actions: rejectAnswer(token) },
  };
  return actions;
}

/** Stores the token; with `skipWhileFresh`, only if it differs from the stored one. */
function storeIfChanged(token: TokenSettings, options: RefreshOptions): Actions {
  const expiry = isComposed(token) ? { [tokenExpiryAction]: composeTokenExpiry(token, {}) } : {};
  const before = afterSuccess(Object.keys(expiry));
  if (!token.skipWhileFresh) return { ...expiry, ...storeToken(token, options, before) };
  return {
    ...expiry,
    Answer_is_news: {
      type: "If",
      description: "Decides whether the answer differs from the stored token.",
      runAfter: before,
      expression: tokenChanged(token),
      actions: storeToken(token, options, {}),
      else: { actions: {} },
    },
  };
}
