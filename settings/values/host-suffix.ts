const hostSuffix = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** The problem with a text that should be a host name or a suffix of host names. */
export function hostSuffixProblem(text: string): string | undefined {
  return hostSuffix.test(text)
    ? undefined
    : "is not a host name with at least two labels. Expected a name such as my.salesforce.com, without https://, leading period, port and path.";
}
