import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, refused, reportedAt } from "../declaration/origins";

const docs = "https://developers.zoom.us/docs/internal-apps/s2s-oauth/";

/** Zoom: Basic only, `account_credentials` for server-to-server apps, and `reason` where others say `error_description`. */
export const zoom = declareProvider({
  name: "zoom",
  hosts: ["zoom.us", "*.zoom.us"],
  tokenPath: /^\/oauth\/token$/,
  contentType: "application/json;charset=UTF-8",
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      access_token: accessToken,
      token_type: "bearer",
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      expires_in: expiresIn,
      scope: scope ?? "user:read:admin",
      api_url: "https://api.zoom.us",
    }),
    ...reportedAt("https://github.com/zulip/zulip/pull/33057"),
  },
  clientAuthentication: fact(["basic"], documentedAt(docs)),
  grantTypes: fact(["account_credentials", "refresh_token"], documentedAt(docs)),
  // Client credentials by another name.
  servedAs: { account_credentials: "client_credentials" },
  requires: {
    account_credentials: {
      parameter: "account_id",
      ...refused(400, { reason: "Bad Request", error: "invalid_request" }, inferredFrom(docs)),
    },
  },
  lifetimeSeconds: fact(3_599, documentedAt(docs)),
  refreshTokens: fact(
    { answered: "new" },
    documentedAt(
      "https://devsupport.zoom.us/hc/en-us/articles/360060332931-Extending-the-expiration-for-an-OAuth-access-token",
    ),
  ),
  refusals: {
    invalid_client: refused(
      400,
      { reason: "Invalid client_id or client_secret", error: "invalid_client" },
      reportedAt("https://github.com/JubaerHossain/zoom-laravel/issues/3"),
    ),
    invalid_grant: refused(
      400,
      { reason: "Invalid Token!", error: "invalid_grant" },
      reportedAt("https://github.com/raycast/extensions/issues/10896"),
    ),
    unsupported_grant_type: refused(
      400,
      { reason: "unsupported grant type", error: "unsupported_grant_type" },
      reportedAt("https://github.com/zoom/server-to-server-oauth-token/issues/3"),
    ),
  },
});
