/** OAuth 2.0 grant types that the refresh supports, by the `grant_type` that is sent, with the keys that each needs. */
export const grantKeys = {
  client_credentials: [],
  refresh_token: ["refreshTokenSecretName"],
  account_credentials: ["accountId"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A supported OAuth 2.0 grant type. */
export type GrantType = keyof typeof grantKeys;

/** The supported grant types, in the order of the reference. */
export const grantTypes = Object.keys(grantKeys) as [GrantType, ...GrantType[]];
