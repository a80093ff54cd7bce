import type { OAuthProvider } from "../oauth-provider";
import { bearerToken } from "./bearer-token";

/** A server that does what RFC 6749 and RFC 7662 say, and what OAuth 2.1 says of refresh tokens: it rotates them. */
export const rfc6749: OAuthProvider = {
  name: "rfc6749",
  hosts: [],
  source: "https://www.rfc-editor.org/rfc/rfc6749#section-5",
  certainty: "literal",
  clientAuthentication: ["basic", "post"],
  grantTypes: ["client_credentials", "refresh_token"],
  lifetimeSeconds: 7_200,
  refreshTokens: { answered: "new" },
  introspectionPath: (tokenPath) => tokenPath.replace(/[^/]*$/, "introspect"),
  success: bearerToken,
};
