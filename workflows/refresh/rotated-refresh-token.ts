import { setSecretByHttp } from "../../connector";
import type { Action, Leaf, RunAfter } from "../../definition";
import { credentialActions } from "./read-credentials";
import { failRun } from "./fail-run";
import { holds, isStorable, refreshToken } from "./token-answer";

/** Name of the action that stores a rotated refresh token. */
export const setRefreshTokenAction = "Set_refresh_token";

/**
 * Stores a refresh token that the server rotated: by HTTP whatever the write path, since nothing may stand between
 * the exchange and its safe keeping. The old one is kept where the answer has none, or one that cannot be stored.
 *
 * A retry writes the same answer again; no second exchange is made. The run ends at once, with a class of its own, if
 * the new one stays unstored: the old one is used up.
 */
export function storeRotatedRefreshToken(secretName: string, identity: Leaf | undefined, runAfter: RunAfter): Action {
  return {
    type: "If",
    runAfter,
    expression: {
      and: [
        ...isStorable(refreshToken),
        holds(`not(equals(${refreshToken}, body('${credentialActions.refreshToken}')['value']))`),
      ],
    },
    actions: {
      [setRefreshTokenAction]: setSecretByHttp({
        secretName,
        parameters: { value: `@${refreshToken}`, contentType: "OAuth 2.0 refresh token" },
        identity,
        runAfter: {},
        // 5, 10, 20, 40, 80, 160 s between: longer than any other write, since this one cannot be done over.
        retryPolicy: { type: "exponential", count: 6, interval: "PT5S" },
        timeout: "PT30S",
      }),
      Report_lost_refresh_token: failRun(
        "RotatedRefreshTokenNotStored",
        "ACT NOW: the token server gave a new refresh token, and it could not be stored. The old one is used up, so no " +
          "refresh can succeed until a person puts a new refresh token into the vault. The stored token is good until " +
          "its end.",
        { [setRefreshTokenAction]: ["Failed", "TimedOut"] },
      ),
    },
    else: { actions: {} },
  };
}
