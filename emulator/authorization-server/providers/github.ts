import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs =
  "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens";
const errors = "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors";

const errorOf = (error: string, description: string, section: string) => ({
  error,
  error_description: description,
  error_uri: `${errors}/#${section}`,
});

/** GitHub Apps: form-encoded unless JSON is asked for, errors with status 200, and an end of the refresh token. */
export const github = declareProvider({
  name: "github",
  hosts: ["github.com"],
  tokenPath: /^\/login\/oauth\/access_token$/,
  answer: {
    body: ({ accessToken, expiresIn, refreshToken }) => ({
      access_token: accessToken,
      expires_in: expiresIn,
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      refresh_token_expires_in: 15_897_600,
      scope: "",
      token_type: "bearer",
    }),
    ...reconstructed(documentedAt(docs)),
  },
  clientAuthentication: fact(["post"], documentedAt(docs)),
  grantTypes: fact(["refresh_token"], documentedAt(docs)),
  lifetimeSeconds: fact(28_800, documentedAt(docs)),
  refreshTokens: fact({ answered: "new" }, documentedAt(docs)),
  formEncodedByDefault: documentedAt(docs),
  refusals: {
    invalid_client: refused(
      200,
      errorOf(
        "incorrect_client_credentials",
        "The client_id and/or client_secret passed are incorrect.",
        "incorrect-client-credentials",
      ),
      documentedAt(errors),
    ),
    invalid_grant: refused(
      200,
      errorOf("bad_refresh_token", "The refresh token passed is incorrect or expired.", "bad-verification-code"),
      reportedAt("https://github.com/interlink-hq/interLink/pull/262"),
    ),
    unsupported_grant_type: refused(
      200,
      errorOf("unsupported_grant_type", "The grant_type is not supported.", "unsupported-grant-type"),
      inferredFrom(errors),
    ),
  },
});
