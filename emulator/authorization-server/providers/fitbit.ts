import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://dev.fitbit.com/build/reference/web-api/authorization";

const errorList = (errorType: string, message: string) => ({ errors: [{ errorType, message }], success: false });

/** Fitbit: Basic only, and errors in a list. */
export const fitbit = declareProvider({
  name: "fitbit",
  hosts: ["api.fitbit.com"],
  tokenPath: /^\/oauth2\/token$/,
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      access_token: accessToken,
      expires_in: expiresIn,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      scope: scope ?? "activity",
      token_type: "Bearer",
      user_id: "GGNJL9",
    }),
    ...reconstructed(documentedAt(`${docs}/oauth2-token/`)),
  },
  clientAuthentication: fact(["basic"], documentedAt(`${docs}/refresh-token`)),
  grantTypes: fact(
    ["client_credentials", "refresh_token"],
    documentedAt("https://dev.fitbit.com/build/reference/web-api/client-credentials/"),
  ),
  lifetimeSeconds: fact(28_800, documentedAt(`${docs}/oauth2-token/`)),
  refreshTokens: fact({ answered: "new" }, documentedAt(`${docs}/refresh-token`)),
  refusals: {
    invalid_client: refused(
      401,
      errorList("invalid_client", "Invalid authorization header. Client id invalid"),
      reportedAt("https://github.com/nxtbgthng/OAuth2Client/issues/200"),
    ),
    invalid_grant: refused(
      400,
      errorList("invalid_grant", "Refresh token invalid"),
      reportedAt("https://github.com/aarondcoleman/Fitbit.NET/issues/320"),
    ),
  },
});
