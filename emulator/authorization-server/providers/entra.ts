import { randomUUID } from "node:crypto";
import type { JsonObject } from "../../../definition/json";
import type { IssuedTokens, OAuthProvider, Refusal } from "../oauth-provider";

/** Refuses as Entra ID does, with its own code (`AADSTS…`) in the description. */
export function entraRefusal(status: number, error: string, code: number, message: string): Refusal {
  return {
    status,
    body: ({ at }) => {
      const [traceId, correlationId] = [randomUUID(), randomUUID()];
      const timestamp = `${at.toISOString().slice(0, 19).replace("T", " ")}Z`;
      const ids = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
      return {
        error,
        error_description: `AADSTS${code}: ${message} ${ids}`,
        error_codes: [code],
        timestamp,
        trace_id: traceId,
        correlation_id: correlationId,
        error_uri: `https://login.microsoftonline.com/error?code=${code}`,
      };
    },
  };
}

const scopeIsMissing = {
  parameter: "scope",
  refusal: entraRefusal(
    400,
    "invalid_request",
    900144,
    "The request body must contain the following parameter: 'scope'.",
  ),
};

/** A response of Entra ID: `ext_expires_in` beside `expires_in`, and a scope where a person consented to it. */
function entraToken({ accessToken, expiresIn, refreshToken, scope }: IssuedTokens): JsonObject {
  return {
    token_type: "Bearer",
    ...(refreshToken === undefined || scope === undefined ? {} : { scope }),
    expires_in: expiresIn,
    ext_expires_in: expiresIn,
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  };
}

/** Microsoft Entra ID, version 2.0, which Dynamics 365 and Microsoft Graph use. A used refresh token stays valid. */
export const entra: OAuthProvider = {
  name: "entra",
  hosts: ["login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn"],
  tokenPath: /^\/[^/]+\/oauth2\/(v2\.0\/)?token$/,
  source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow",
  certainty: "reconstructed",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  requires: { client_credentials: scopeIsMissing },
  lifetimeSeconds: 3_599,
  refreshTokens: { answered: "new", graceMinutes: Number.POSITIVE_INFINITY },
  success: entraToken,
  refusals: {
    invalid_client: entraRefusal(
      401,
      "invalid_client",
      7000215,
      "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
    ),
    invalid_grant: entraRefusal(400, "invalid_grant", 9002313, "Invalid request. Request is malformed or invalid."),
    invalid_scope: entraRefusal(
      400,
      "invalid_scope",
      70011,
      "The provided request must include a 'scope' input parameter.",
    ),
  },
};

/** Azure AD B2C: its policy is in the path or the query, and `expires_on` and others are numbers. */
export const entraB2c: OAuthProvider = {
  ...entra,
  name: "entra-b2c",
  hosts: ["*.b2clogin.com"],
  tokenPath: /^\/[^/]+\/([^/]+\/)?oauth2\/v2\.0\/token$/,
  source: "https://github.com/MicrosoftDocs/azure-docs/issues/56775",
  success: ({ accessToken, expiresIn, refreshToken, scope, issuedAt }) => ({
    not_before: Math.floor(issuedAt.getTime() / 1_000),
    token_type: "Bearer",
    access_token: accessToken,
    ...(scope === undefined ? {} : { scope }),
    expires_in: expiresIn,
    expires_on: Math.floor(issuedAt.getTime() / 1_000) + expiresIn,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
  }),
};
