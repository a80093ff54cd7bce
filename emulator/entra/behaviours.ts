import { declareBehaviours, defaultValue, documented, notEmulated, reported, seen, success } from "../provenance";

const learn = "https://learn.microsoft.com/entra/identity-platform";
const errorCodes = `${learn}/reference-error-codes`;
const clientCredentials = `${learn}/v2-oauth2-client-creds-grant-flow`;
const discovery = `${learn}/v2-protocols-oidc`;
const clientLibrary = "https://github.com/AzureAD/microsoft-authentication-library-for-js";

/** An error of Entra ID's token endpoint: its `error` (RFC 6749, section 5.2), and the number in `error_codes`. */
function loginError<Record extends object>(
  status: number,
  error: string,
  code: number,
  record: Record,
): Record & { readonly status: number; readonly error: string; readonly code: number } {
  return { ...record, status, error, code };
}

/** What Microsoft Entra ID answers. */
export const behaviours = declareBehaviours("entra", {
  instanceDiscovered: success(
    200,
    seen("Microsoft's clients ask /common/discovery/instance which hosts log in to the same cloud", clientLibrary),
  ),
  configurationRead: success(200, documented("A tenant publishes its OpenID configuration", discovery)),
  tokenIssued: success(
    200,
    documented("client_credentials with a secret is answered with a bearer token and expires_in", clientCredentials),
  ),
  tokenLifetimeSeconds: defaultValue(
    3600,
    documented("An access token lives for an hour or more", `${learn}/configurable-token-lifetimes`),
  ),
  tenantNotFound: loginError(
    400,
    "invalid_request",
    90002,
    documented("A tenant that does not exist is answered with AADSTS90002", errorCodes),
  ),
  grantNotServed: loginError(
    400,
    "unsupported_grant_type",
    70003,
    notEmulated("The token endpoint has more grants than client_credentials", `${learn}/v2-oauth2-auth-code-flow`),
  ),
  assertionNotServed: loginError(
    400,
    "invalid_request",
    90014,
    notEmulated("A client may authenticate with a client_assertion", clientCredentials),
  ),
  applicationNotFound: loginError(
    400,
    "unauthorized_client",
    700016,
    documented("An application that the tenant does not have is answered with AADSTS700016", errorCodes),
  ),
  wrongSecret: loginError(
    401,
    "invalid_client",
    7000215,
    reported(
      "A wrong client_secret is answered with invalid_client and AADSTS7000215",
      "https://github.com/thobach/MMM-MicrosoftToDo/issues/33",
    ),
  ),
  invalidScope: loginError(
    400,
    "invalid_scope",
    1002012,
    documented("The scope of client_credentials is {resource}/.default", clientCredentials),
  ),
  otherEndpoints: loginError(
    404,
    "invalid_request",
    900144,
    notEmulated("Microsoft Entra ID has more endpoints", `${learn}/v2-protocols`),
  ),
});
