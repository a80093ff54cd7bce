import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://learn.microsoft.com/azure/active-directory-b2c";
const basicRefused =
  "https://learn.microsoft.com/answers/questions/1114972/client-credentials-flow-fails-when-credentials-are";

/** Azure AD B2C: its policy is in the path or the query, and `expires_on` and others are numbers. */
export const entraB2c = declareProvider({
  name: "entra-b2c",
  hosts: ["*.b2clogin.com"],
  tokenPath: /^\/[^/]+\/([^/]+\/)?oauth2\/v2\.0\/token$/,
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope, issuedAt }) => ({
      not_before: Math.floor(issuedAt.getTime() / 1_000),
      token_type: "Bearer",
      access_token: accessToken,
      ...(scope === undefined ? {} : { scope }),
      expires_in: expiresIn,
      expires_on: Math.floor(issuedAt.getTime() / 1_000) + expiresIn,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    }),
    ...reconstructed(reportedAt("https://www.volcengine.com/article/1186413")),
  },
  clientAuthentication: fact(["post"], reportedAt(basicRefused)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(`${docs}/client-credentials-grant-flow`)),
  requires: {
    client_credentials: {
      parameter: "scope",
      ...refused(
        400,
        {
          error: "invalid_request",
          error_description: "AADB2C90010: The request does not contain a scope parameter.",
        },
        reportedAt("https://github.com/MicrosoftDocs/azure-docs/issues/17800"),
      ),
    },
  },
  lifetimeSeconds: fact(3_600, documentedAt(`${docs}/configure-tokens`)),
  refreshTokens: fact({ answered: "new", graceMinutes: Infinity }, inferredFrom(`${docs}/configure-tokens`)),
  refusals: {
    invalid_client: refused(
      400,
      {
        error: "invalid_grant",
        error_description:
          "AADB2C90085: The service has encountered an internal error. Please reauthenticate and try again.",
      },
      reportedAt(basicRefused),
    ),
  },
});
