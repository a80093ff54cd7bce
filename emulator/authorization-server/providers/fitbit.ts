import type { OAuthProvider, Refusal } from "../oauth-provider";

const refusal = (status: number, errorType: string, message: string): Refusal => ({
  status,
  body: { errors: [{ errorType, message }], success: false },
});

/** Fitbit: Basic only, and errors in a list. */
export const fitbit: OAuthProvider = {
  name: "fitbit",
  hosts: ["api.fitbit.com"],
  tokenPath: /^\/oauth2\/token$/,
  source: "https://github.com/aarondcoleman/Fitbit.NET/issues/320",
  certainty: "reconstructed",
  clientAuthentication: ["basic"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 28_800,
  refreshTokens: { answered: "new" },
  success: ({ accessToken, expiresIn, refreshToken, scope }) => ({
    access_token: accessToken,
    expires_in: expiresIn,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    scope: scope ?? "activity",
    token_type: "Bearer",
    user_id: "GGNJL9",
  }),
  refusals: {
    invalid_client: refusal(401, "invalid_client", "Invalid authorization header. Client id invalid"),
    invalid_grant: refusal(400, "invalid_grant", "Refresh token invalid"),
  },
};
