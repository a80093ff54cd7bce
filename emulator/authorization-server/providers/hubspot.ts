import { randomUUID } from "node:crypto";
import { declareProvider } from "../declaration/declare-provider";
import type { RefusalBody } from "../oauth-provider";
import { documentedAt, fact, inferredFrom, reconstructed, refused, reportedAt } from "../declaration/origins";

const docs = "https://developers.hubspot.com/docs/api-reference";
const guide = `${docs}/legacy/authentication/oauth-tokens/v1/guide`;
const tokens = `${docs}/latest/authentication/manage-oauth-tokens`;
const badRefreshToken = "https://www.nango.dev/blog/hubspot-oauth-bad-refresh-token";

const errorOf =
  (status: string, message: string): RefusalBody =>
  () => ({ status, message, correlationId: randomUUID() });

/** HubSpot: credentials in the form only, the same refresh token each time, and errors of its own form. */
export const hubspot = declareProvider({
  name: "hubspot",
  hosts: ["api.hubapi.com", "api.hubspot.com"],
  tokenPath: /^\/oauth\/(v1|v3|\d{4}-\d{2})\/token$/,
  contentType: "application/json;charset=utf-8",
  answer: {
    body: ({ accessToken, expiresIn, refreshToken }) => ({
      token_type: "bearer",
      ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      access_token: accessToken,
      expires_in: expiresIn,
    }),
    ...reconstructed(documentedAt(guide)),
  },
  clientAuthentication: fact(["post"], documentedAt(tokens)),
  grantTypes: fact(["refresh_token"], documentedAt(guide)),
  lifetimeSeconds: fact(1_800, documentedAt(tokens)),
  refreshTokens: fact({ answered: "same" }, inferredFrom(guide)),
  refusals: {
    invalid_client: refused(
      400,
      errorOf("BAD_CLIENT_SECRET", "missing or invalid client secret"),
      inferredFrom(badRefreshToken),
    ),
    invalid_grant: refused(
      400,
      errorOf("BAD_REFRESH_TOKEN", "missing or invalid refresh token"),
      reconstructed(reportedAt(badRefreshToken)),
    ),
    unsupported_grant_type: refused(
      400,
      errorOf("BAD_GRANT_TYPE", "missing or unknown grant type"),
      inferredFrom(badRefreshToken),
    ),
  },
});
