import { isWithin } from "./host";

/**
 * Suffixes of the hosts of Salesforce's user interface, with those of the My Domain of the same org.
 * https://github.com/forcedotcom/sfdx-core/blob/main/src/util/sfdcUrl.ts
 */
const interfaceSuffixes: readonly (readonly [suffix: string, myDomain: string])[] = [
  ["lightning.force.com", "my.salesforce.com"],
  ["my.salesforce-setup.com", "my.salesforce.com"],
  ["lightning.crmforce.mil", "my.salesforce.mil"],
  ["lightning.sfcrmapps.cn", "my.sfcrmproducts.cn"],
];
/** Suffixes of hosts that have a part of the user interface in a name that differs from the My Domain's. */
const pageSuffixes = ["visual.force.com", "vf.force.com", "content.force.com", "file.force.com"];

/** Login hosts that all customers of a Salesforce cloud share, with the suffix of their My Domains. */
const sharedHosts: ReadonlyMap<string, string> = new Map(
  ["salesforce.com", "salesforce.mil", "sfcrmproducts.cn"].flatMap((cloud) =>
    ["login", "test"].map((label) => [`${label}.${cloud}`, `my.${cloud}`] as const),
  ),
);

/** The problem with a host of Salesforce's user interface, which has no token endpoint. */
export function salesforceHostProblem(host: string): string | undefined {
  for (const [suffix, myDomain] of interfaceSuffixes) {
    if (!host.endsWith(`.${suffix}`)) continue;
    const own = `${host.slice(0, -suffix.length)}${myDomain}`;
    return `has the host ${host} of Salesforce's user interface. Use your My Domain: https://${own}/services/oauth2/token.`;
  }
  return isWithin(host, pageSuffixes)
    ? `has the host ${host} of Salesforce's user interface. Use your My Domain: https://{your domain}.my.salesforce.com/services/oauth2/token.`
    : undefined;
}

/** The suffix of the My Domains of the same cloud, if the host is one that all its customers share. */
export function myDomainSuffix(host: string): string | undefined {
  return sharedHosts.get(host);
}

/**
 * Hosts that the instance URLs of an endpoint's tokens may have: the endpoint's own. Shared login hosts redirect to a My
 * Domain, so there every My Domain of the cloud is allowed; and an Experience Cloud site answers its org's My Domain.
 */
export function defaultInstanceUrlSuffixes(host: string): readonly string[] {
  const shared = myDomainSuffix(host);
  if (shared !== undefined) return [shared];
  return isWithin(host, ["my.site.com"]) ? ["my.salesforce.com"] : [host];
}
