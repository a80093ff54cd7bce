/** Salesforce's shared login hosts: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_client_credentials_flow.htm */
const sharedLoginHosts = new Set(["login.salesforce.com", "test.salesforce.com"]);

/** The problem with a text that should be an endpoint's URL; never shows the text, which may contain a secret. */
export function tokenUrlProblem(text: string): string | undefined {
  const problems = urlProblems(text);
  return problems.length === 0
    ? undefined
    : `${problems.join(", ")} (value not shown, as it may contain a secret). Expected only https://host/path, such as https://example.my.salesforce.com/services/oauth2/token.`;
}

function urlProblems(text: string): string[] {
  if (!URL.canParse(text) || /[\s\\]/.test(text)) return ["is not an absolute URL"];
  const url = new URL(text);
  return [
    ...(url.protocol === "https:" ? [] : ["does not use https"]),
    ...(/^[^/]*\/\/[^/?#]*@/.test(text) ? ["contains credentials"] : []),
    ...(text.includes("?") ? ["has a query"] : []),
    ...(text.includes("#") ? ["has a fragment"] : []),
  ];
}

/** The host, if all Salesforce customers share it; such a host rejects `client_credentials`. */
export function sharedSalesforceHost(tokenUrl: string): string | undefined {
  const hostname = hostOf(tokenUrl);
  return sharedLoginHosts.has(hostname) ? hostname : undefined;
}

/**
 * Hosts that the instance URLs of an endpoint's tokens may have: the endpoint's own. Salesforce's shared hosts redirect
 * to a My Domain, so there every My Domain is allowed.
 */
export function defaultInstanceUrlSuffixes(tokenUrl: string): readonly string[] {
  return sharedSalesforceHost(tokenUrl) === undefined ? [hostOf(tokenUrl)] : ["my.salesforce.com"];
}

/** Host in lower case, without the period that may end a fully qualified name. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, "");
}

const hostSuffix = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** The problem with a text that should be a host name or a suffix of host names. */
export function hostSuffixProblem(text: string): string | undefined {
  return hostSuffix.test(text)
    ? undefined
    : "is not a host name with at least two labels. Expected a name such as my.salesforce.com, without https://, leading period, port and path.";
}
