import { declareProvider } from "../declaration/declare-provider";
import { documentedAt, fact, refused, reportedAt } from "../declaration/origins";
import { bearerToken } from "../declaration/bearer-token";

const docs = "https://developer.spotify.com/documentation";
const published = "https://github.com/spotify/web-api/issues/919";

/** Spotify: Basic, an hour, and status 400 for a wrong secret. */
export const spotify = declareProvider({
  name: "spotify",
  hosts: ["accounts.spotify.com"],
  tokenPath: /^\/api\/token$/,
  contentType: "application/json",
  answer: { body: bearerToken, ...reportedAt(published) },
  clientAuthentication: fact(["basic"], documentedAt(`${docs}/web-api/tutorials/client-credentials-flow`)),
  grantTypes: fact(
    ["client_credentials", "refresh_token"],
    documentedAt(`${docs}/web-api/tutorials/client-credentials-flow`),
  ),
  lifetimeSeconds: fact(3_600, documentedAt(`${docs}/ios/guides/token-swap-and-refresh`)),
  refreshTokens: fact({ answered: "none" }, reportedAt(published)),
  refusals: {
    invalid_client: refused(
      400,
      { error: "invalid_client", error_description: "Invalid client secret" },
      reportedAt("https://github.com/novatorem/novatorem/issues/42"),
    ),
    invalid_grant: refused(
      400,
      { error: "invalid_grant", error_description: "Invalid refresh token" },
      reportedAt("https://github.com/spotify/web-api/issues/1202"),
    ),
  },
});
