/** Salesforce's shared login hosts: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
const sharedLoginHosts = new Set(["login.salesforce.com", "test.salesforce.com"]);

/** What is wrong with a token endpoint's URL; never shows it, since it may carry a secret. */
export function tokenUrlProblem(text: string): string | undefined {
  const faults = faultsOf(text);
  if (faults.length === 0) return undefined;
  return `${faults.join(", ")} (not shown, as it may hold a secret); allowed: https://host/path and nothing else, such as https://example.my.salesforce.com/services/oauth2/token.`;
}

function faultsOf(text: string): string[] {
  if (!URL.canParse(text) || /[\s\\]/.test(text)) return ["is no absolute URL"];
  const url = new URL(text);
  return [
    ...(url.protocol === "https:" ? [] : ["is not https"]),
    ...(/^[^/]*\/\/[^/?#]*@/.test(text) ? ["has credentials in it"] : []),
    ...(text.includes("?") ? ["has a query"] : []),
    ...(text.includes("#") ? ["has a fragment"] : []),
  ];
}

/** The host when it is one that every Salesforce customer shares, and that therefore refuses `client_credentials`. */
export function sharedSalesforceHost(tokenUrl: string): string | undefined {
  const hostname = hostOf(tokenUrl);
  return sharedLoginHosts.has(hostname) ? hostname : undefined;
}

/**
 * Where tokens of this endpoint may point: its own host. Salesforce's shared hosts send their users on to a My Domain,
 * so there it is every My Domain.
 */
export function defaultInstanceUrlSuffixes(tokenUrl: string): readonly string[] {
  return sharedSalesforceHost(tokenUrl) === undefined ? [hostOf(tokenUrl)] : ["my.salesforce.com"];
}

/** Lower case, and without the dot that may end a fully qualified name. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, "");
}

const hostSuffix = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** What is wrong with a suffix of hosts. */
export function hostSuffixProblem(text: string): string | undefined {
  return hostSuffix.test(text)
    ? undefined
    : "is no host name of two or more labels; allowed: a name such as my.salesforce.com, without https://, leading dot, port and path.";
}
