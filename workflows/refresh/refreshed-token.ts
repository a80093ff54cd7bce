import { defaultsFor, tokenDefaults, type TokenSettings } from "../../settings";

type Defaults = keyof typeof tokenDefaults | "provider" | "grantType" | "instanceUrl";

/** A token to keep fresh, with the settings' own keys. Keys that have a default can be omitted. */
export type RefreshedToken = Omit<TokenSettings, Defaults> & Partial<Pick<TokenSettings, Defaults>>;

/** Fills in the defaults that the settings document, those of the token's provider first. */
export function withDefaults(token: RefreshedToken): TokenSettings {
  return { ...tokenDefaults, ...defaultsFor(token), ...token };
}
