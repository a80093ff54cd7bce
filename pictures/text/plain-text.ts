/** What ends a line. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** What is not seen and changes what is, such as the direction of writing. Two of them join letters, and emoji. */
const invisible = /(?![\u200c\u200d])\p{Cf}/gu;

/** What no XML document may have. https://www.w3.org/TR/xml/#charsets */
const forbidden = /[\p{Cs}\ufffe\uffff]/gu;

/** A name of any author as text on one line, that looks as it is written. */
export function plainText(text: string): string {
  return text.replaceAll(breaks, " ").replaceAll(invisible, "").replaceAll(forbidden, "\ufffd");
}
