import { plainText } from "../text/plain-text";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text of any author as content or as the value of an attribute, in HTML and in XML. */
export function escapeXml(text: string): string {
  return plainText(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}
