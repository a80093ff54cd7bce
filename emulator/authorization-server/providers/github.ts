import type { OAuthProvider, Refusal } from "../oauth-provider";

const docs = "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors";

/** GitHub answers errors with status 200. */
const refusal = (error: string, description: string, section: string): Refusal => ({
  status: 200,
  body: { error, error_description: description, error_uri: `${docs}/#${section}` },
});

/** GitHub Apps: form-encoded unless JSON is asked for, errors with status 200, and an end of the refresh token. */
export const github: OAuthProvider = {
  name: "github",
  hosts: ["github.com"],
  tokenPath: /^\/login\/oauth\/access_token$/,
  source:
    "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens",
  certainty: "reconstructed",
  clientAuthentication: ["post"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 28_800,
  refreshTokens: { answered: "new" },
  formEncodedByDefault: true,
  success: ({ accessToken, expiresIn, refreshToken }) => ({
    access_token: accessToken,
    expires_in: expiresIn,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    refresh_token_expires_in: 15_897_600,
    scope: "",
    token_type: "bearer",
  }),
  refusals: {
    invalid_client: refusal(
      "incorrect_client_credentials",
      "The client_id and/or client_secret passed are incorrect.",
      "incorrect-client-credentials",
    ),
    invalid_grant: refusal(
      "bad_refresh_token",
      "The refresh token passed is incorrect or expired.",
      "bad-verification-code",
    ),
    unsupported_grant_type: refusal(
      "unsupported_grant_type",
      "The grant_type is not supported.",
      "unsupported-grant-type",
    ),
  },
};
