import type { OAuthProvider } from "../oauth-provider";
import { bearerToken } from "./bearer-token";

/** Spotify: Basic, an hour, and status 400 for a wrong secret. */
export const spotify: OAuthProvider = {
  name: "spotify",
  hosts: ["accounts.spotify.com"],
  tokenPath: /^\/api\/token$/,
  source: "https://github.com/spotify/web-api/issues/919",
  certainty: "literal",
  clientAuthentication: ["basic"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 3_600,
  refreshTokens: { answered: "none" },
  contentType: "application/json",
  success: bearerToken,
  refusals: {
    invalid_client: { status: 400, body: { error: "invalid_client", error_description: "Invalid client secret" } },
    invalid_grant: { status: 400, body: { error: "invalid_grant", error_description: "Invalid refresh token" } },
  },
};
