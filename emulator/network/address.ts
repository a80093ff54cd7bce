/**
 * A host with its port as one name for one place: in lower case, without the final dot of an absolute domain name
 * (RFC 1034, section 3.1) and without port 443.
 */
export function addressOf(host: string): string {
  const [, name = "", port = ""] = /^([^:]*)(:\d+)?$/.exec(host.toLowerCase()) ?? [];
  return `${name.replace(/\.$/, "")}${port === ":443" ? "" : port}`;
}
