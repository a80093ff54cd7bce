import { setSecretByHttp } from "../../connector";
import type { Action, Leaf, RunAfter } from "../../definition";
import { failRun, isTrue } from "../../definition/building";
import { secretValue } from "../vault/get-secret";
import type { FailureClass } from "./failure-classes";
import { isStorable, refreshToken } from "./token-response";

/** Name of the action that stores a rotated refresh token. */
export const setRefreshTokenAction = "Set_refresh_token";

/**
 * Stores a refresh token that the server rotated. Always uses HTTP, whatever the write path, so that as little as
 * possible can fail between the exchange and the write. The old one is kept if the response has none, or an invalid one.
 *
 * A retry writes the same response again, without a second exchange. If the new token cannot be stored, the run ends at
 * once with a class of its own, because the old one has been used.
 *
 * @param secret.readBy action that read the refresh token that was used
 */
export function storeRotatedRefreshToken(
  secret: { readonly name: string; readonly readBy: string },
  identity: Leaf | undefined,
  runAfter: RunAfter,
): Action {
  return {
    type: "If",
    runAfter,
    expression: {
      and: [...isStorable(refreshToken), isTrue(`not(equals(${refreshToken}, ${secretValue(secret.readBy)}))`)],
    },
    actions: {
      [setRefreshTokenAction]: setSecretByHttp({
        secretName: secret.name,
        parameters: { value: `@${refreshToken}`, contentType: "OAuth 2.0 refresh token" },
        identity,
        runAfter: {},
        // Intervals of 5, 10, 20, 40, 80, 160 s: more than for any other write, because this one cannot be redone later.
        retryPolicy: { type: "exponential", count: 6, interval: "PT5S" },
        requestTimeout: "PT30S",
        // Seven requests, and 315 s between them.
        timeout: "PT10M",
      }),
      Report_lost_refresh_token: failRun(
        "RotatedRefreshTokenNotStored" satisfies FailureClass,
        "ACT NOW: the token server gave a new refresh token, and it could not be stored. The old one is used up, so no " +
          "refresh can succeed until a person puts a new refresh token into the vault. The stored token is good until " +
          "its end.",
        { [setRefreshTokenAction]: ["Failed", "TimedOut"] },
      ),
    },
    else: { actions: {} },
  };
}
