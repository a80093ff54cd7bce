/** Percent-encodes all but RFC 3986's unreserved characters, as .NET's Uri.EscapeDataString: `!'()*` too. */
export function encodeUriComponent(text: string): string {
  const wellFormed = Buffer.from(text).toString();
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Decodes percent-encoded UTF-8; what is not a valid encoding stays as it is, as with .NET's Uri.UnescapeDataString. */
export function decodeUriComponent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
