import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, refused, reportedAt } from "../declaration/origins";

const docs = "https://www.servicenow.com/docs/r/zurich/platform-security/authentication";
const published = "https://hidemiu.sakura.ne.jp/wp/en/category/oauth";

const denied = { error_description: "access_denied", error: "server_error" };
const report = "https://github.com/demisto/content-docs/issues/1301";

/** ServiceNow: the same access token until it ends, and `server_error` with status 401 for whatever is wrong. */
export const servicenow = declareProvider({
  name: "servicenow",
  hosts: ["*.service-now.com", "*.servicenowservices.com"],
  tokenPath: /^\/oauth_token\.do$/,
  contentType: "application/json;charset=UTF-8",
  answer: {
    body: ({ accessToken, expiresIn, refreshToken, scope }) => ({
      access_token: accessToken,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      scope: scope ?? "useraccount",
      token_type: "Bearer",
      expires_in: expiresIn,
    }),
    ...reportedAt(published),
  },
  clientAuthentication: fact(["basic", "post"], inferredFrom(`${docs}/r_OAuthAPIRequestParameters.html`)),
  grantTypes: fact(
    ["client_credentials", "refresh_token"],
    documentedAt(
      "https://docs.servicenow.com/bundle/washingtondc-platform-security/page/integrate/authentication/concept/client-credentials.html",
    ),
  ),
  lifetimeSeconds: fact(1_799, documentedAt(`${docs}/t_ManageTokens.html`)),
  repeatsAccessTokens: fact(
    "always",
    documentedAt("https://support.servicenow.com/kb?id=kb_article_view&sysparm_article=KB0791140"),
  ),
  refreshTokens: fact({ answered: "same" }, reportedAt(published)),
  refusals: {
    invalid_client: refused(401, denied, reportedAt(report)),
    invalid_grant: refused(401, denied, inferredFrom(report)),
    unauthorized_client: refused(401, denied, inferredFrom(report)),
  },
});
