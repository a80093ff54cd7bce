import { randomUUID } from "node:crypto";
import { allClouds, clouds, loginHostsOf } from "../../../azure";
import type { JsonObject } from "../../../definition/json";
import { declareProvider } from "../declaration/declare-provider";
import type { IssuedTokens, RefusalBody } from "../oauth-provider";
import { documentedAt, fact, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://learn.microsoft.com/entra/identity-platform";
const clientCredentials = `${docs}/v2-oauth2-client-creds-grant-flow`;

/** Refuses as Entra ID does, with its own code (`AADSTS…`) in the description. */
function entraError(error: string, code: number, message: string): RefusalBody {
  return ({ at }) => {
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
      error_uri: `https://${clouds.public.loginHost}/error?code=${code}`,
    };
  };
}

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
export const entra = declareProvider({
  name: "entra",
  hosts: allClouds.flatMap(loginHostsOf),
  tokenPath: /^\/[^/]+\/oauth2\/(v2\.0\/)?token$/,
  answer: { body: entraToken, ...reconstructed(documentedAt(clientCredentials)) },
  clientAuthentication: fact(["basic", "post"], documentedAt(clientCredentials)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(clientCredentials)),
  requires: {
    client_credentials: {
      parameter: "scope",
      ...refused(
        400,
        entraError("invalid_request", 900144, "The request body must contain the following parameter: 'scope'."),
        reportedAt("https://github.com/MicrosoftDocs/entra-docs/issues/370"),
      ),
    },
  },
  lifetimeSeconds: fact(3_599, documentedAt(`${docs}/configurable-token-lifetimes`)),
  refreshTokens: fact({ answered: "new", graceMinutes: Infinity }, documentedAt(`${docs}/refresh-tokens`)),
  refusals: {
    invalid_client: refused(
      401,
      entraError(
        "invalid_client",
        7000215,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.",
      ),
      reportedAt("https://github.com/hoppscotch/hoppscotch/issues/3868"),
    ),
    invalid_grant: refused(
      400,
      entraError("invalid_grant", 9002313, "Invalid request. Request is malformed or invalid."),
      reportedAt("https://github.com/MicrosoftDocs/azure-docs/issues/63819"),
    ),
    invalid_scope: refused(
      400,
      entraError("invalid_scope", 70011, "The provided request must include a 'scope' input parameter."),
      reportedAt("https://github.com/laravel/socialite/issues/315"),
    ),
  },
});
