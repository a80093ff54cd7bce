import { escapeMarkup } from "../../definition/escape-markup";
import { plainText } from "../text/plain-text";

/** A text of any author as content or as the value of an attribute, in HTML and in XML. */
export function escapeXml(text: string): string {
  return escapeMarkup(plainText(text));
}
