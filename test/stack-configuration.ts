export { stackConfiguration } from "../local/stack/stack-configuration";

/** A token by client credentials, with the four keys that it needs. */
export const leastToken = {
  secretName: "crm-token",
  tokenUrl: "https://login.example.com/oauth2/token",
  clientId: "crm-client",
  clientSecretName: "crm-client-secret",
};

/** A token by refresh token, with the keys that it needs. */
export const leastRefreshToken = {
  secretName: "erp-token",
  grantType: "refresh_token",
  tokenUrl: "https://auth.example.org/token",
  clientId: "erp-client",
  clientSecretName: "erp-client-secret",
  refreshTokenSecretName: "erp-refresh-token",
};

/** {@link leastToken}, with a setting that its server needs to succeed: it sends no `instance_url`. */
export const fittingToken = { ...leastToken, instanceUrl: "none" };

/** {@link leastRefreshToken}, with a setting that its server needs to succeed: it sends no `instance_url`. */
export const fittingRefreshToken = { ...leastRefreshToken, instanceUrl: "none" };
