import { hostOf, isWithin } from "../values/host";
import { providerNames, providers, type ProviderName } from ".";

/** Name of the provider that has the host of a valid URL; `undefined` for a host that no provider is known by. */
export function providerOfUrl(url: string): ProviderName | undefined {
  return providerNames.find((name) => isWithin(hostOf(url), providers[name].hosts));
}

/** Decides whether a token URL can be one of a provider's. */
export function canHaveTokenUrl(name: ProviderName, tokenUrl: string): boolean {
  const { hosts, pathOnOtherHosts } = providers[name];
  if (isWithin(hostOf(tokenUrl), hosts) || name === "generic") return true;
  if (providerOfUrl(tokenUrl) !== undefined || pathOnOtherHosts === undefined) return false;
  return new URL(tokenUrl).pathname.endsWith(pathOnOtherHosts);
}
