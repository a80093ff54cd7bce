/**
 * Fields of token answers that are public even where they are written to a vault: addresses, times, names of types.
 * RFC 6749, section 5.1; RFC 7519, section 4.1; Salesforce's `instance_url`.
 */
const publicFields = new Set(
  (
    "instanceurl expiresin expireson expiresat extexpiresin refreshexpiresin notbefore exp iat nbf tokentype scope " +
    "issuedat statuscode tenantid clientid thumbprint"
  ).split(" "),
);

/** Checks whether a field is public, by its name in any case, with or without underscores. */
export function isPublicField(name: string | undefined): boolean {
  return name !== undefined && publicFields.has(name.toLowerCase().replaceAll(/[_\- ]/g, ""));
}
