import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization";

/** QuickBooks: Basic only, the end of the refresh token, and the same refresh token for a day. */
export const quickbooks = declareProvider({
  name: "quickbooks",
  hosts: ["oauth.platform.intuit.com"],
  tokenPath: /^\/oauth2\/v1\/tokens\/bearer$/,
  contentType: "application/json;charset=utf-8",
  answer: {
    body: ({ accessToken, expiresIn, refreshToken }) => ({
      x_refresh_token_expires_in: 8_726_400,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      access_token: accessToken,
      token_type: "bearer",
      expires_in: expiresIn,
    }),
    ...reconstructed(reportedAt("https://github.com/intuit/QuickBooks-V3-PHP-SDK/issues/324")),
  },
  clientAuthentication: fact(["basic"], documentedAt(`${docs}/oauth-2.0`)),
  grantTypes: fact(["refresh_token"], documentedAt(`${docs}/oauth-2.0`)),
  lifetimeSeconds: fact(3_600, documentedAt(`${docs}/oauth-2.0`)),
  refreshTokens: fact({ answered: "same", sameForHours: 24 }, documentedAt(`${docs}/faq`)),
  refusals: {
    invalid_client: refused(
      401,
      { error: "invalid_client" },
      reportedAt("https://github.com/intuit/oauth-rubyclient/issues/14"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "Incorrect or invalid refresh token" },
      reportedAt("https://github.com/routablehq/python-quickbooks/issues/397"),
    ),
  },
});
