import type { Arguments } from "../arguments";
import { decodeUriComponent } from "./uri-component";

const padding = /={1,2}$/;
const notBase64 = /[^A-Za-z0-9+/]/;
const dataUri = /^data:[^,]*?(;base64)?,/i;

/** The UTF-8 text that base64 stands for. */
export function base64Text(given: Arguments): string {
  return decode(given, given.text(0));
}

/** The text in a data URI, in base64 or percent-encoded. */
export function dataUriText(given: Arguments): string {
  const uri = given.text(0);
  const found = dataUri.exec(uri);
  if (found === null) throw given.failure("argument 1 is not a data URI");
  const content = uri.slice(found[0].length);
  return found[1] === undefined ? decodeUriComponent(content) : decode(given, content);
}

function decode(given: Arguments, content: string): string {
  if (content.length % 4 !== 0 || notBase64.test(content.replace(padding, "")))
    throw given.failure("argument 1 holds no valid base64");
  return Buffer.from(content, "base64").toString();
}
