import { UnsupportedFunctionError } from "../../errors";
import type { Arguments } from "../arguments";

/** In valid JSON: a string, or a number with its fraction or exponent, if it has one. */
const stringsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+([.eE][\d.eE+-]*)?/g;
const maybeLarge = /\d{16}/;

/** A value from JSON. An integer that a number cannot hold exactly is refused: `JSON.parse` would round it. */
export function readJson(given: Arguments): unknown {
  const text = given.text(0);
  const value = parse(given, text);
  if (maybeLarge.test(text) && holdsLargeInteger(text)) {
    throw new UnsupportedFunctionError(given.functionName, "with an integer beyond 2^53");
  }
  return value;
}

function parse(given: Arguments, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message would quote the value.
    throw given.failure("argument 1 is not valid JSON");
  }
}

function holdsLargeInteger(json: string): boolean {
  for (const [written, fractionOrExponent] of json.matchAll(stringsAndNumbers)) {
    if (written.startsWith('"') || fractionOrExponent !== undefined) continue;
    if (!Number.isSafeInteger(Number(written))) return true;
  }
  return false;
}
