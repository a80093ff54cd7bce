/** Texts that a generator wrote and that open nothing. */
const identifiers: readonly RegExp[] = [
  // GUIDs, resource ids, ids of workflows in their addresses.
  /\/subscriptions\/[^\s'"?#]*/gi,
  /\/workflows\/[0-9a-f]{32}\b/gi,
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
  // Images, fonts and documents within pages and mails.
  /data:(?:image|font|audio|video|application\/pdf)[\w/+.-]*(?:;[\w=-]+)*;base64,[A-Za-z0-9+/=]*/gi,
  // Certificates are public; a private key is a known shape.
  /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g,
  // Subresource integrity. https://www.w3.org/TR/SRI/
  /\bsha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}/g,
  // Teams' conversations, and drives of SharePoint. https://learn.microsoft.com/graph/api/resources/drive
  /\b19:[\w-]+@(?:thread\.\w+|unq\.gbl\.spaces)/gi,
  /\bb![\w-]{20,}/g,
  // Pages of a Power BI report.
  /\bReportSection[0-9a-f]+/gi,
  // Objects of Microsoft Graph and its connectors, in addresses.
  /\/(?:drives|items|lists|sites|teams|channels|chats|plans|buckets|tasks|folders|files|forms|reports|groups|users|messages|events|calendars|datasets|tables|mailfolders|contacts|notebooks|pages|certificates|images)\/[^/?#\s'"]+/gi,
];

/** A text with a space in place of each identifier. */
export function withoutIdentifiers(text: string): string {
  return identifiers.reduce((rest, pattern) => rest.replaceAll(pattern, " "), text);
}

const lastWords = new Set(
  (
    "id ids plan bucket task drive item list site team channel chat group folder file form record report notebook page " +
    "thumbprint fingerprint hash digest checksum sha1 sha256 sha512 md5 etag trace traceparent version image dataset " +
    "calendar mailbox event message certificate kid nonce"
  ).split(" "),
);

/** Checks whether a property of this name holds an identifier or a digest, such as `planId` or `sha256`. */
export function isIdentifierName(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return lastWords.has(words.at(-1) ?? "");
}
