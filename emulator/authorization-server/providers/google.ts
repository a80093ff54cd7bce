import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://developers.google.com/identity/protocols/oauth2";

/** Google: refresh tokens that never change and are never answered, and no client credentials. */
export const google = declareProvider({
  name: "google",
  hosts: ["oauth2.googleapis.com", "www.googleapis.com", "accounts.google.com"],
  tokenPath: /^\/(token|oauth2\/v[34]\/token|o\/oauth2\/token)$/,
  answer: {
    body: ({ accessToken, expiresIn, scope }) => ({
      access_token: accessToken,
      expires_in: expiresIn,
      ...(scope === undefined ? {} : { scope }),
      token_type: "Bearer",
    }),
    ...reconstructed(
      documentedAt(
        "https://cloud.google.com/nodejs/docs/reference/google-auth-library/latest/google-auth-library/credentialrequest",
      ),
    ),
  },
  clientAuthentication: fact(["basic", "post"], inferredFrom(`${docs}/web-server`)),
  grantTypes: fact(["refresh_token"], documentedAt(`${docs}/web-server`)),
  lifetimeSeconds: fact(3_599, documentedAt(`${docs}/web-server`)),
  refreshTokens: fact({ answered: "none" }, documentedAt(docs)),
  refusals: {
    invalid_client: refused(
      401,
      { error: "invalid_client", error_description: "Unauthorized" },
      reportedAt("https://github.com/teranetsrl/oauth2_client/issues/145"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "Token has been expired or revoked." },
      reportedAt("https://github.com/apache/opendal/issues/3901"),
    ),
  },
});
