import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, refused, reportedAt } from "../declaration/origins";

const docs = "https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token-expiry.html";

/** Zoho: `expires_in` in milliseconds with the seconds beside it, and errors with status 200. */
export const zoho = declareProvider({
  name: "zoho",
  hosts: ["accounts.zoho.com", "accounts.zoho.eu", "accounts.zoho.in", "accounts.zoho.com.au"],
  tokenPath: /^\/oauth\/v2\/token$/,
  contentType: "application/json;charset=UTF-8",
  answer: {
    body: ({ accessToken, expiresIn }) => ({
      access_token: accessToken,
      expires_in_sec: expiresIn,
      api_domain: "https://www.zohoapis.com",
      token_type: "Bearer",
      expires_in: expiresIn * 1_000,
    }),
    ...reportedAt("https://github.com/Weble/ZohoClient/issues/11"),
  },
  clientAuthentication: fact(["basic", "post"], documentedAt(docs)),
  grantTypes: fact(["refresh_token"], documentedAt(docs)),
  lifetimeSeconds: fact(3_600, documentedAt(docs)),
  refreshTokens: fact({ answered: "none" }, documentedAt(docs)),
  refusals: {
    invalid_client: refused(200, { error: "invalid_client" }, reportedAt("https://github.com/asciisd/zoho/issues/18")),
    invalid_grant: refused(
      200,
      { error: "invalid_code" },
      reportedAt("https://github.com/Weble/ZohoBooksApi/issues/84"),
    ),
  },
});
