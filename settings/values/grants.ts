/** A key of a token that a grant needs. */
interface GrantKey {
  /** What to set, in the words of an error. */
  readonly is: string;
  /** Form parameter of the token request that has the key's value. @default the value itself is not sent */
  readonly parameter?: string;
}

/** OAuth 2.0 grant types that the refresh supports, by the `grant_type` that is sent, with the keys that each needs. */
export const grantKeys = {
  client_credentials: {},
  refresh_token: {
    refreshTokenSecretName: { is: "the name of the vault secret that holds the refresh token" },
  },
  account_credentials: {
    accountId: {
      is: "the account ID that the provider shows with the client's credentials",
      parameter: "account_id",
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, GrantKey>>>>;

/** A supported OAuth 2.0 grant type. */
export type GrantType = keyof typeof grantKeys;

/** The supported grant types, in the order of the reference. */
export const grantTypes = Object.keys(grantKeys) as [GrantType, ...GrantType[]];

/** A key of a token that some grant needs. */
type GrantKeyName = { [Grant in GrantType]: keyof (typeof grantKeys)[Grant] }[GrantType];

/** Lists the keys that a grant needs. */
export function keysOfGrant(grantType: GrantType): readonly (readonly [GrantKeyName, GrantKey])[] {
  return Object.entries<GrantKey>(grantKeys[grantType]) as [GrantKeyName, GrantKey][];
}

/** The form parameters of a token request that its grant's own keys give, in plain text. */
export function grantParameters(
  token: { readonly grantType: GrantType } & { readonly [Key in GrantKeyName]?: string | undefined },
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    keysOfGrant(token.grantType).flatMap(([key, { parameter }]): [string, string][] => {
      const value = token[key];
      return parameter === undefined || value === undefined ? [] : [[parameter, value]];
    }),
  );
}
