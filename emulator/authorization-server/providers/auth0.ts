import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, refused, reportedAt } from "../declaration/origins";
import { bearerToken } from "../declaration/bearer-token";

const docs = "https://auth0.com/docs/secure/tokens";

/** Auth0: client credentials need an audience, a wrong secret is `access_denied`, and refresh tokens rotate. */
export const auth0 = declareProvider({
  name: "auth0",
  hosts: ["*.auth0.com"],
  tokenPath: /^\/oauth\/token$/,
  contentType: "application/json",
  answer: { body: bearerToken, ...documentedAt("https://auth0.com/docs/tokens/guides/get-access-tokens") },
  clientAuthentication: fact(["basic", "post"], inferredFrom(`${docs}/access-tokens/get-access-tokens`)),
  grantTypes: fact(["client_credentials", "refresh_token"], documentedAt(`${docs}/access-tokens/get-access-tokens`)),
  requires: {
    client_credentials: {
      parameter: "audience",
      ...refused(
        403,
        {
          error: "access_denied",
          error_description: "No audience parameter was provided, and no default audience has been configured",
        },
        inferredFrom(`${docs}/access-tokens/get-access-tokens`),
      ),
    },
  },
  lifetimeSeconds: fact(86_400, documentedAt(`${docs}/access-tokens/update-access-token-lifetime`)),
  refreshTokens: fact({ answered: "new" }, documentedAt(`${docs}/refresh-tokens/refresh-token-rotation`)),
  refusals: {
    invalid_client: refused(
      401,
      { error: "access_denied", error_description: "Unauthorized" },
      reportedAt("https://github.com/auth0/node-auth0/issues/134"),
    ),
    invalid_grant: refused(
      403,
      { error: "invalid_grant", error_description: "Unknown or invalid refresh token." },
      reportedAt("https://github.com/auth0/Auth0.swift/issues/819"),
    ),
  },
});
