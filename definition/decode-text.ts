/** Byte-order marks, and the encodings that they announce. https://encoding.spec.whatwg.org/#bom-sniff */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/**
 * Decodes the text of a file, without its byte-order mark. Windows PowerShell writes UTF-16 with `>`, and UTF-8 with a
 * mark by `Out-File -Encoding utf8`:
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding
 *
 * @returns UTF-8 where there is no mark
 */
export function decodeText(content: Uint8Array): string {
  const { encoding } = marks.find(({ bytes }) => bytes.every((byte, index) => content[index] === byte)) ?? {
    encoding: "utf-8",
  };
  return new TextDecoder(encoding).decode(content);
}
