/** Host name of a valid URL in lower case, without the period that may end a fully qualified name. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/\.$/, "");
}

/** Decides whether a host name is one of these, or ends with a period and one of them. */
export function isWithin(host: string, suffixes: readonly string[]): boolean {
  return suffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
}
