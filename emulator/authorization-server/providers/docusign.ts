import type { OAuthProvider } from "../oauth-provider";
import { bearerToken } from "./bearer-token";

/** Docusign: Basic only, eight hours, and a new refresh token in each response. */
export const docusign: OAuthProvider = {
  name: "docusign",
  hosts: ["account.docusign.com", "account-d.docusign.com"],
  tokenPath: /^\/oauth\/token$/,
  source: "https://developers.docusign.com/platform/auth/reference/obtain-access-token",
  certainty: "reconstructed",
  clientAuthentication: ["basic"],
  grantTypes: ["refresh_token"],
  lifetimeSeconds: 28_800,
  refreshTokens: { answered: "new", graceMinutes: Number.POSITIVE_INFINITY },
  contentType: "application/json; charset=utf-8",
  success: bearerToken,
  refusals: {
    invalid_client: { status: 400, body: { error: "invalid_client" } },
    invalid_grant: { status: 400, body: { error: "invalid_grant", error_description: "expired_client_token" } },
  },
};
