import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused } from "../declaration/origins";
import { bearerToken } from "../declaration/bearer-token";

const accessToken = "https://developers.docusign.com/platform/auth/reference/obtain-access-token";
const refreshTokens = "https://www.docusign.com/blog/developers/authorization-code-grant-refresh-tokens";

/** Docusign: Basic only, eight hours, and a new refresh token in each response. */
export const docusign = declareProvider({
  name: "docusign",
  hosts: ["account.docusign.com", "account-d.docusign.com"],
  tokenPath: /^\/oauth\/token$/,
  answer: { body: bearerToken, ...reconstructed(documentedAt(accessToken)) },
  clientAuthentication: fact(["basic"], documentedAt(accessToken)),
  grantTypes: fact(["refresh_token"], documentedAt(accessToken)),
  lifetimeSeconds: fact(28_800, documentedAt(refreshTokens)),
  refreshTokens: fact({ answered: "new", graceMinutes: Infinity }, documentedAt(refreshTokens)),
  refusals: {
    invalid_client: refused(400, { error: "invalid_client" }, inferredFrom(accessToken)),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "expired_client_token" },
      // Reported of an authorization code.
      inferredFrom("https://github.com/docusign/code-examples-ruby/issues/18"),
    ),
  },
});
