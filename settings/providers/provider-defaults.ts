import { hostOf, isWithin } from "../values/host";
import type { GrantType } from "../values/grants";
import { providers, type ProviderDefaults, type ProviderName } from ".";
import { providerOfUrl } from "./find-provider";

/** Defaults of a token's keys that depend on its provider. */
export interface TokenDefaults extends ProviderDefaults {
  readonly provider: ProviderName;
  readonly grantType: GrantType;
  readonly instanceUrl: "tag" | "none";
}

/** The provider of a token: the one that is set, or the one that has the host of the token URL. */
export function providerOf(token: {
  readonly provider?: ProviderName | undefined;
  readonly tokenUrl?: string | undefined;
}): ProviderName {
  return token.provider ?? (token.tokenUrl === undefined ? undefined : providerOfUrl(token.tokenUrl)) ?? "generic";
}

/**
 * Defaults for a token of a provider. An `instance_url` is in Salesforce's answers only, so that it is stored by default
 * if the provider or the host of the token URL is Salesforce.
 */
export function defaultsFor(token: Parameters<typeof providerOf>[0]): TokenDefaults {
  const provider = providerOf(token);
  const { grantTypes, defaults } = providers[provider];
  const isSalesforce =
    provider === "salesforce" ||
    (token.tokenUrl !== undefined && isWithin(hostOf(token.tokenUrl), providers.salesforce.hosts));
  return { grantType: grantTypes[0], ...defaults, provider, instanceUrl: isSalesforce ? "tag" : "none" };
}
