import type { Arguments } from "../arguments";

/**
 * The locale that an optional argument names, in canonical spelling.
 *
 * @default "en-US" when the argument is omitted
 */
export function localeArgument(given: Arguments, index: number): string {
  const name = given.optionalText(index, "en-US");
  try {
    const [locale] = Intl.NumberFormat.supportedLocalesOf(name);
    if (locale !== undefined) return locale;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw given.failure(`argument ${index + 1} is not a known locale`);
}
