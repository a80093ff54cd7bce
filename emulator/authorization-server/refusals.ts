import { asString, type JsonObject } from "../../definition/json";
import type { OAuthError, OAuthProvider, Refusal } from "./oauth-provider";

/** Answers of RFC 6749, section 5.2. */
const descriptions: Readonly<Record<OAuthError, string>> = {
  invalid_request: "request is invalid",
  invalid_client: "client authentication failed",
  invalid_grant: "grant request is invalid",
  unauthorized_client: "the client may not use this grant type",
  unsupported_grant_type: "unsupported grant_type requested",
  invalid_scope: "requested scope is not allowed",
};

/** Gives a provider's answer to a refused request. */
export function refusalOf({ refusals = {} }: OAuthProvider, error: OAuthError): Refusal {
  return (
    refusals[error] ?? {
      status: error === "invalid_client" ? 401 : 400,
      body: { error, error_description: descriptions[error] },
    }
  );
}

/** Reads the reason for a refusal from an answer of oidc-provider; undefined for an answer that refuses nothing. */
export function reasonFor(answer: JsonObject): OAuthError | undefined {
  const error = asString(answer["error"]);
  // oidc-provider calls this invalid_request. RFC 6749, section 5.2: "not authorized to use this … grant type".
  if (answer["error_description"] === "requested grant type is not allowed for this client") {
    return "unauthorized_client";
  }
  if (error === "") return undefined;
  return Object.hasOwn(descriptions, error) ? (error as OAuthError) : "invalid_request";
}
