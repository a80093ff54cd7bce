import { assumedRefusal, declareBehaviours, documented, refusal, success } from "../provenance";

const oauth = "https://www.rfc-editor.org/rfc/rfc6749";
const introspection = "https://www.rfc-editor.org/rfc/rfc7662";
const revocation = "https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html";

/** What every authorization server answers by the standards; `providers/` has what differs between them. */
export const behaviours = declareBehaviours("authorization-server", {
  // Without a body, and so without a code.
  otherPath: refusal(
    404,
    undefined,
    documented(
      "A provider has its token endpoint at one path, and nothing at others",
      "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5",
    ),
  ),
  otherMethod: assumedRefusal(
    405,
    "invalid_request",
    documented("A token is requested by POST, and by no other method", `${oauth}#section-3.2`),
  ),
  tokenActive: success(
    200,
    documented(
      "Introspection of a valid token answers its client, its times and its type",
      `${introspection}#section-2.2`,
    ),
  ),
  tokenInactive: success(
    200,
    documented("Introspection tells of any other token only that it is not active", `${introspection}#section-2.2`),
  ),
  introspectionRefused: refusal(
    401,
    "invalid_client",
    documented("Introspection is for clients that authenticate", `${introspection}#section-2.3`),
  ),
  introspectionWithoutToken: assumedRefusal(
    400,
    "invalid_request",
    documented("An introspection request has the parameter token", `${introspection}#section-2.1`),
  ),
  revoked: success(200, documented("A token that is known is revoked", revocation)),
  revocationRefused: assumedRefusal(
    400,
    "invalid_token",
    documented("A token that is not known cannot be revoked", revocation),
  ),
});
