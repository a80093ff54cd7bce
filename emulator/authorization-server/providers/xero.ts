import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://developer.xero.com/faq";

/** Xero: Basic only, and a replaced refresh token can be used for half an hour more. */
export const xero = declareProvider({
  name: "xero",
  hosts: ["identity.xero.com"],
  tokenPath: /^\/connect\/token$/,
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      access_token: accessToken,
      expires_in: expiresIn,
      token_type: "Bearer",
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      ...(scope === undefined ? {} : { scope }),
    }),
    ...reconstructed(
      reportedAt("https://github.com/api-evangelist/xero/blob/main/json-schema/xero-accesstoken-schema.json"),
    ),
  },
  clientAuthentication: fact(["basic"], documentedAt(`${docs}/oauth2`)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(`${docs}/custom-integration`)),
  lifetimeSeconds: fact(1_800, documentedAt(`${docs}/oauth2`)),
  refreshTokens: fact(
    { answered: "new", graceMinutes: 30 },
    documentedAt("https://community.xero.com/developer/discussion/105714701/"),
  ),
  refusals: {
    invalid_client: refused(
      400,
      { error: "invalid_client" },
      // Xero runs IdentityServer, whose token endpoint answers so.
      inferredFrom("https://github.com/IdentityServer/IdentityServer3/issues/3601"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant" },
      reportedAt("https://github.com/XeroAPI/xero-node/issues/370"),
    ),
  },
});
