import { formatTimestamp } from "../../date-time/format-timestamp";
import type { Timestamp } from "../../date-time/timestamp";
import { UnsupportedFunctionError } from "../../errors";
import type { Arguments } from "../arguments";
import { localeArgument } from "./locale-argument";

/**
 * The timestamp in the format that an argument gives.
 *
 * @param formatAt the argument's index; `o` when it is omitted
 * @param localeAt the index of the locale, for a function that takes one; en-US when it is omitted
 */
export function formatted(given: Arguments, formatAt: number, timestamp: Timestamp, localeAt?: number): string {
  const locale = localeAt === undefined ? "en-US" : localeArgument(given, localeAt);
  const result = formatTimestamp(timestamp, given.optionalText(formatAt, "o"), locale);
  if ("text" in result) return result.text;
  if (result.problem === "invalid") throw given.failure(`argument ${formatAt + 1} is not a date and time format`);
  // The locale's name is an argument's value, which no message shows.
  const where = locale === "en-US" ? "" : " in another locale than en-US";
  throw new UnsupportedFunctionError(given.functionName, `with this format${where}`);
}
