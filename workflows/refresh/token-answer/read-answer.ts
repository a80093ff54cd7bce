import type { RunAfter, SelectAction } from "../../../definition";
import { secured } from "../../../definition";
import { answerAsJson, textOf, wholeNumberIn } from "../../../definition/building";
import type { TokenSettings } from "../../../settings";
import { grants } from "../token-request/grants";
import { requestTokenAction } from "../token-request/request-token";

/** Name of the action that reads the token server's answer. */
export const readAnswerAction = "Read_answer";

/** Expression of a property of the answer as it was read; null if absent, or if the answer could not be read. */
function answered(property: string): string {
  return `body('${readAnswerAction}')?[0]?['${property}']`;
}

export const accessToken = answered("access_token");
export const refreshToken = answered("refresh_token");
export const instanceUrl = answered("instance_url");
/** In lower case; `bearer` if the answer has none. */
export const tokenType = answered("token_type");
/** Whole seconds; 0 if the answer has none that can be read. */
export const lifetime = answered("lifetime");
/** Whole seconds; 0 if the answer has none that can be read. */
export const refreshTokenLifetime = answered("refresh_token_lifetime");
/** In lower case; empty if the answer has none. */
export const error = answered("error");
/** Where servers that send no `error` say what it is, as HubSpot in `status`. In lower case; `none` if absent. */
export const errorCode = answered("error_code");
/** In lower case; empty if the answer has none. */
export const errorDescription = answered("error_description");

const refreshTokenLifetimes = ["refresh_token_expires_in", "refresh_expires_in", "x_refresh_token_expires_in"];

/**
 * Reads the token server's answer, a success or an error, once for all actions after it. A Select action, because Compose
 * and Parse JSON cannot hide their outputs.
 *
 * Servers send `expires_in` as a number, text, a fraction or nonsense: anything that does not begin with a whole number is ignored.
 * `refresh_token_expires_in` is GitHub's and LinkedIn's, `refresh_expires_in` Keycloak's, and with `x_` QuickBooks'.
 */
export function readAnswer(token: TokenSettings, runAfter: RunAfter): SelectAction {
  const rotates = grants[token.grantType].rotates !== undefined;
  return {
    type: "Select",
    description: "Reads the answer of the token server, whatever content type it has. Run history does not show it.",
    runAfter,
    inputs: {
      from: `@createArray(${answerAsJson(requestTokenAction)})`,
      select: {
        access_token: `@${field("access_token")}`,
        token_type: lowerCase([field("token_type")], "bearer"),
        lifetime: `@${wholeNumberIn(field("expires_in"))}`,
        ...(rotates
          ? {
              refresh_token: `@${field("refresh_token")}`,
              refresh_token_lifetime: `@${wholeNumberIn(refreshTokenLifetimes.map(field).join(", "))}`,
            }
          : {}),
        ...(token.instanceUrl === "none" ? {} : { instance_url: `@${field("instance_url")}` }),
        error: lowerCase([field("error")], ""),
        error_code: lowerCase(["status", "code"].map(field), "none"),
        error_description: lowerCase(["error_description", "message", "reason", "errors", "error"].map(field), ""),
      },
    },
    runtimeConfiguration: secured,
  };
}

function field(name: string): string {
  return `item()?['${name}']`;
}

function lowerCase(sources: readonly string[], otherwise: string): string {
  return `@toLower(trim(string(coalesce(${sources.join(", ")}, '${otherwise}'))))`;
}

/** Longest secret value in Key Vault, in characters: https://learn.microsoft.com/azure/key-vault/secrets/about-secrets */
const longestValue = 25_600;

/** Expressions that are all true of a property that is text, not blank, and not longer than Key Vault allows. */
export function isStorable(property: string): readonly string[] {
  const text = textOf(property);
  return [
    `not(empty(trim(string(${text}))))`,
    `equals(string(${text}), ${text})`,
    `lessOrEquals(length(string(${text})), ${longestValue})`,
  ];
}
