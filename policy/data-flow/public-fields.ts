import { canonicalName } from "./taint";

const rfc6749 = "https://www.rfc-editor.org/rfc/rfc6749";
const rfc7519 = "https://www.rfc-editor.org/rfc/rfc7519";
const managedIdentityToken =
  "https://learn.microsoft.com/javascript/api/@azure/arm-managedapplications/managedidentitytoken";

/**
 * Fields of answers that are public even where they are written to a vault: addresses, times, names of types, ids. Each
 * with the document that describes it. Every other field counts as secret.
 */
export const publicFields = {
  token_type: `${rfc6749}#section-5.1`,
  expires_in: `${rfc6749}#section-5.1`,
  scope: `${rfc6749}#section-5.1`,
  client_id: `${rfc6749}#section-2.2`,
  exp: `${rfc7519}#section-4.1.4`,
  nbf: `${rfc7519}#section-4.1.5`,
  iat: `${rfc7519}#section-4.1.6`,
  expires_on: managedIdentityToken,
  not_before: managedIdentityToken,
  ext_expires_in: "https://learn.microsoft.com/javascript/api/@azure/msal-browser/externaltokenresponse",
  refresh_expires_in:
    "https://www.keycloak.org/docs-api/latest/javadocs/org/keycloak/representations/AccessTokenResponse.html",
  expires_at: "https://developer.squareup.com/forums/t/oauth2-spec-expires-at/3900",
  instance_url: "https://jsforce.github.io/jsforce/types/oauth2.TokenResponse.html",
  issued_at: "https://jsforce.github.io/jsforce/types/oauth2.TokenResponse.html",
  tenant_id: "https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/get",
  thumbprint: "https://learn.microsoft.com/rest/api/appservice/certificates/get",
  status_code: "https://learn.microsoft.com/azure/connectors/connectors-native-http",
} as const;

const names = new Set(Object.keys(publicFields).map(canonicalName));

/** Checks whether a field is public, by its name in any case, with or without underscores. */
export function isPublicField(name: string | undefined): boolean {
  return name !== undefined && names.has(canonicalName(name));
}
