import type { AzureCaller } from "../../../access";
import { setSecretByHttp } from "../../../connector";
import type { Action, RunAfter } from "../../../definition";
import { failRun, isTrue, textOf, unixTimeAfter } from "../../../definition/building";
import { secretValue } from "../../vault/get-secret";
import type { FailureClass } from "../failure-classes";
import { refreshToken, refreshTokenLifetime } from "./read-answer";
import { requestTime, requestTokenAction } from "../token-request/request-token";

/** Name of the action that stores a rotated refresh token. */
export const setRefreshTokenAction = "Set_refresh_token";

/**
 * Expression that is true if the write of a rotated refresh token was cancelled, as Logic Apps may do at its time limit. No
 * action can run after it, and nothing says for certain that the condition around it ends Failed.
 */
export const isRefreshTokenCancelled = `equals(actions('${setRefreshTokenAction}')?['status'], 'Cancelled')`;

/** Longest lifetime that is taken over, in seconds: five years. Tools cannot read the far ends that some servers send. */
const longestLifetime = 157_680_000;

/**
 * Stores a refresh token that the server rotated. Always uses HTTP, whatever the write path, so that as little as
 * possible can fail between the exchange and the write. The old one is kept if the response has none.
 *
 * A retry writes the same response again, without a second exchange. If the new token cannot be stored, the run ends at
 * once with a class of its own, because the old one has been used. A value that Key Vault refuses, such as one that is too
 * long, ends the run in the same way.
 *
 * @param secret.readBy action that read the refresh token that was used
 */
export function storeRotatedRefreshToken(
  secret: { readonly name: string; readonly readBy: string },
  { identity, cloud }: AzureCaller,
  runAfter: RunAfter,
): Action {
  const expiry = unixTimeAfter(requestTime, `min(${refreshTokenLifetime}, ${longestLifetime})`);
  return {
    type: "If",
    description: "Decides whether the server replaced the refresh token that was used.",
    runAfter,
    expression: {
      and: [
        isTrue(`equals(actions('${requestTokenAction}')['status'], 'Succeeded')`),
        isTrue(`not(empty(trim(string(${textOf(refreshToken)}))))`),
        isTrue(`not(equals(${refreshToken}, ${secretValue(secret.readBy)}))`),
      ],
    },
    actions: {
      [setRefreshTokenAction]: setSecretByHttp({
        description: `Stores the new refresh token in the secret ${secret.name} before anything else can fail.`,
        secretName: secret.name,
        parameters: {
          value: `@${refreshToken}`,
          contentType: "OAuth 2.0 refresh token",
          attributes: `@json(if(greater(${refreshTokenLifetime}, 0), concat('{"exp":', ${expiry}, '}'), '{}'))`,
        },
        identity,
        cloud,
        runAfter: {},
        // Intervals of 5, 10, 20, 40, 80, 160 s: more than for any other write, because this one cannot be redone later.
        retryPolicy: { type: "exponential", count: 6, interval: "PT5S" },
        requestTimeout: "PT30S",
        // Seven requests, and 315 s between them.
        timeout: "PT10M",
      }),
      Report_lost_refresh_token: failRun({
        description: "Ends the run with a code of its own: the new refresh token is lost, and a person must act.",
        code: "RotatedRefreshTokenNotStored" satisfies FailureClass,
        message:
          "ACT NOW: the token server gave a new refresh token, and it could not be stored. The old one is used up, so no " +
          "refresh can succeed until a person puts a new refresh token into the vault. The stored token is good until " +
          "its end.",
        runAfter: { [setRefreshTokenAction]: ["Failed", "TimedOut"] },
      }),
    },
    else: { actions: {} },
  };
}
