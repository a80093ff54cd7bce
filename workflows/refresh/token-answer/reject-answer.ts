import type { Action, Actions, Condition, RunAfter } from "../../../definition";
import { secured } from "../../../definition";
import { codeOf, failRun, fitsAnswer, fitsText, isTrue, textOf } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import type { FailureClass } from "../failure-classes";
import { grants } from "../token-request/grants";
import { accessToken, error, errorCode, errorDescription, tokenType } from "./read-answer";
import { requestTokenAction } from "../token-request/request-token";
import { isRefreshTokenCancelled, setRefreshTokenAction } from "./rotated-refresh-token";
import { tokenServerErrorsParameter } from "./token-server-errors";

const findErrorAction = "Find_error";
const findCauseAction = "Find_cause";

/**
 * Ends the run if the token request was refused, or its answer has no usable token. The class comes from a table, so that
 * nothing from the answer gets into the run's error.
 */
export function rejectAnswer(token: TokenSettings): Actions {
  const answer = `body('${requestTokenAction}')`;
  const status = `outputs('${requestTokenAction}')?['statusCode']`;
  const ownCode = `actions('${requestTokenAction}')?['code']`;
  return {
    [findErrorAction]: {
      type: "Query",
      description: `Finds the rows of the table ${tokenServerErrorsParameter} that fit the answer's error or its status.`,
      runAfter: {},
      inputs: {
        from: `@parameters('${tokenServerErrorsParameter}')`,
        where: `@${fitsAnswer([`coalesce(${error}, 'unreadable')`, errorCode, `string(coalesce(${status}, ${ownCode}, ''))`])}`,
      },
      runtimeConfiguration: secured,
    },
    [findCauseAction]: {
      type: "Query",
      description: "Keeps the rows whose text is in the error's description. The first one is the cause.",
      runAfter: { [findErrorAction]: ["Succeeded"] },
      inputs: {
        from: `@body('${findErrorAction}')`,
        where: `@${fitsText(`coalesce(${errorDescription}, toLower(string(coalesce(${answer}, ''))))`)}`,
      },
      runtimeConfiguration: secured,
    },
    ...(grants[token.grantType].rotates === undefined
      ? { Reject_answer: reject({ [findCauseAction]: ["Succeeded"] }) }
      : {
          Refresh_token_is_lost: {
            type: "If",
            description:
              "Decides whether the server may have replaced the refresh token, and the new one was not stored.",
            runAfter: { [findCauseAction]: ["Succeeded"] },
            expression: rotatedIsLost,
            actions: { Report_lost_answer: reportLostAnswer },
            else: { actions: { Reject_answer: reject({}) } },
          } satisfies Action,
        }),
  };
}

function reject(runAfter: RunAfter): Action {
  const code = codeOf(findCauseAction);
  const isBearer = `equals(coalesce(${tokenType}, 'bearer'), 'bearer')`;
  return failRun({
    description: "Ends the run if the token server gave no token that can be used. The code is the cause.",
    code: `@if(and(${isBadAnswer}, not(${isBearer})), '${named("TokenTypeNotSupported")}', ${code})`,
    message:
      "The token server refused the request or answered without a usable token; the code says why, and " +
      "docs/troubleshooting.md what to do. The stored token was left as it is.",
    runAfter,
  });
}

/** Expression that is true of an answer that has neither a token nor a known error. */
const isBadAnswer = `equals(${codeOf(findCauseAction)}, '${named("BadAnswer")}')`;

/**
 * Condition: the write of a rotated refresh token was cut short; or the answer could not be read and the server may have
 * rotated the refresh token in it, since it succeeded, has neither an error nor an access token, and none was stored.
 */
const rotatedIsLost: Condition = {
  or: [
    isTrue(isRefreshTokenCancelled),
    {
      and: [
        isTrue(isBadAnswer),
        isTrue(`equals(concat(${textOf(error)}, string(${textOf(accessToken)})), '')`),
        isTrue(`not(equals(actions('${setRefreshTokenAction}')?['status'], 'Succeeded'))`),
      ],
    },
  ],
};

const reportLostAnswer = failRun({
  description: "Ends the run with a code of its own: a new refresh token may be lost, and a person must act.",
  code: named("RotatedRefreshTokenNotStored"),
  message:
    "ACT NOW: the token server may have given a new refresh token, which could not be read or stored. The old one may be " +
    "used up: docs/troubleshooting.md says what to do. The stored token is good until its end.",
  runAfter: {},
});

/** A class of the list: the compiler refuses any other. */
function named(name: FailureClass): string {
  return name;
}
