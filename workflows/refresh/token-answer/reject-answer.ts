import type { Actions } from "../../../definition";
import { secured } from "../../../definition";
import { codeOf, failRun, fitsAnswer, fitsText, textOf } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import type { FailureClass } from "../failure-classes";
import { grants } from "../token-request/grants";
import { accessToken, error, errorCode, errorDescription, tokenType } from "./read-answer";
import { requestTokenAction } from "../token-request/request-token";
import { setRefreshTokenAction } from "./rotated-refresh-token";
import { tokenServerErrorsParameter } from "./token-server-errors";

const findErrorAction = "Find_error";
const findCauseAction = "Find_cause";

/** The class of an answer that has neither a token nor a known error. */
const badAnswer: FailureClass = "BadAnswer";

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
    Reject_answer: failRun({
      description: "Ends the run if the token server gave no token that can be used. The code is the cause.",
      code: `@${rejectionCode(token)}`,
      message:
        "The token server refused the request or answered without a usable token; the code says why, and " +
        "docs/troubleshooting.md what to do. The stored token was left as it is.",
      runAfter: { [findCauseAction]: ["Succeeded"] },
    }),
  };
}

function rejectionCode(token: TokenSettings): string {
  const code = codeOf(findCauseAction);
  const isBearer = `equals(coalesce(${tokenType}, 'bearer'), 'bearer')`;
  const ofType = `if(and(equals(${code}, '${badAnswer}'), not(${isBearer})), '${named("TokenTypeNotSupported")}', ${code})`;
  if (grants[token.grantType].rotates === undefined) return ofType;
  return `if(${rotatedIsLost(code)}, '${named("RotatedRefreshTokenNotStored")}', ${ofType})`;
}

/**
 * Expression that is true if the server may have rotated the refresh token in an answer that could not be read: it
 * succeeded, has neither an error nor an access token, and no refresh token was stored.
 */
function rotatedIsLost(code: string): string {
  const stored = `equals(actions('${setRefreshTokenAction}')?['status'], 'Succeeded')`;
  return `and(equals(${code}, '${badAnswer}'), empty(concat(${textOf(error)}, string(${textOf(accessToken)}))), not(${stored}))`;
}

/** A class of the list: the compiler refuses any other. */
function named(name: FailureClass): string {
  return name;
}
