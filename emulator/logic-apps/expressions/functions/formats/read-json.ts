import { parseJson } from "../../../parse-json";
import type { Arguments } from "../arguments";

/** A value from JSON. */
export function readJson(given: Arguments): unknown {
  const value = parseJson(given.text(0));
  // The parser's own message would quote the value.
  if (value === undefined) throw given.failure("argument 1 is not valid JSON");
  return value;
}
