import { asString, type JsonObject } from "../../definition/json";
import type { OAuthError, OAuthProvider, TokenRefusal } from "./oauth-provider";
import { rfc6749 } from "./rfc6749";

/** Gives a provider's answer to a refused request. */
export function refusalOf({ refusals }: OAuthProvider, error: OAuthError): TokenRefusal {
  return refusals[error] ?? rfc6749.refusals[error];
}

/** Reads the reason for a refusal from an answer of oidc-provider; undefined for an answer that refuses nothing. */
export function reasonFor(answer: JsonObject): OAuthError | undefined {
  const error = asString(answer["error"]);
  // oidc-provider calls this invalid_request. RFC 6749, section 5.2: "not authorized to use this … grant type".
  if (answer["error_description"] === "requested grant type is not allowed for this client") {
    return "unauthorized_client";
  }
  if (error === "") return undefined;
  return Object.hasOwn(rfc6749.refusals, error) ? (error as OAuthError) : "invalid_request";
}
