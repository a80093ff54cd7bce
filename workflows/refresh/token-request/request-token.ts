import type { HttpAction, RunAfter } from "../../../definition";
import { literalText } from "../../../definition/building";
import { grantParameters, type TokenSettings } from "../../../settings";
import { authenticateClient } from "./authenticate-client";
import { formRequest } from "./form-request";
import { grants } from "./grants";

/** Name of the action that requests a token from the authorization server. */
export const requestTokenAction = "Request_token";

/** Expression of the time before the token request was sent. */
export const requestTime = `actions('${requestTokenAction}')['startTime']`;

/** The token request of RFC 6749, with the parameters and headers of the settings. */
export function requestToken(token: TokenSettings, runAfter: RunAfter): HttpAction {
  return formRequest({
    description: "Requests a token from the authorization server. Run history does not show the request or the answer.",
    url: token.tokenUrl,
    client: authenticateClient(token),
    headers: mapValues(token.tokenRequestHeaders, literalText),
    fields: {
      before: [`grant_type=${token.grantType}`],
      after: [
        ...grants[token.grantType].formFields,
        ...Object.entries(grantParameters(token)).map(encodedField),
        ...(token.scope === undefined ? [] : [encodedField(["scope", token.scope])]),
        ...Object.entries(token.tokenRequestParameters).map(encodedField),
      ],
    },
    runAfter,
    retryPolicy: grants[token.grantType].isRepeatable
      ? { type: "exponential", count: 2, interval: "PT10S" }
      : { type: "none" },
    requestTimeout: "PT60S",
    // At most three requests, and 30 s between them; a server's Retry-After holds the run no longer than that.
    timeout: "PT5M",
  });
}

function encodedField([name, value]: readonly [string, string]): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

function mapValues(
  texts: Readonly<Record<string, string>>,
  map: (text: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, map(text)]));
}
