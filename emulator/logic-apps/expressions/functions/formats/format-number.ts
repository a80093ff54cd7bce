import { UnsupportedFunctionError } from "../../errors";
import type { Arguments } from "../arguments";
import { localeArgument } from "./locale-argument";

/** Grouped or not, digits before the point, digits behind it that must and may be there. */
const customFormat = /^(#,#*#?|#)?(0*)(?:\.(0*)(#*))?$/;
/** Maximum digits of Intl on Node 20, before and after the point; .NET supports more. */
const mostDigits = { integer: 21, fraction: 20 };
const standardFormat = /^([CcFfNnPpDd])(\d{0,2})$/;

/** Formats a number by a .NET numeric format: C, D, F, N, P with a precision, or a pattern such as `#,##0.00`. */
export function formatNumber(given: Arguments): string {
  const [number, format] = [given.number(0), given.text(1)];
  const locale = localeArgument(given, 2);
  const options = standardOptions(given, format, locale) ?? customOptions(format);
  if (options === undefined) throw new UnsupportedFunctionError(given.functionName, "with this format");
  const { minimumIntegerDigits = 1, maximumFractionDigits = 0 } = options;
  if (minimumIntegerDigits > mostDigits.integer || maximumFractionDigits > mostDigits.fraction) {
    throw new UnsupportedFunctionError(given.functionName, "with so many digits");
  }
  return new Intl.NumberFormat(locale, options).format(number);
}

function customOptions(format: string): Intl.NumberFormatOptions | undefined {
  const [, grouping, digits = "", required = "", allowed = ""] = customFormat.exec(format) ?? [];
  if (grouping === undefined && digits === "") return undefined;
  // Without a required digit .NET shows no zero before the point, which Intl always does.
  if (digits === "") return undefined;
  return {
    useGrouping: grouping?.includes(",") === true,
    minimumIntegerDigits: digits.length,
    minimumFractionDigits: required.length,
    maximumFractionDigits: required.length + allowed.length,
  };
}

function standardOptions(given: Arguments, format: string, locale: string): Intl.NumberFormatOptions | undefined {
  const [, letter, precision = ""] = standardFormat.exec(format) ?? [];
  if (letter === undefined) return undefined;
  const digits = precision === "" ? 2 : Number(precision);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  switch (letter.toUpperCase()) {
    case "C":
      if (locale !== "en-US") {
        throw new UnsupportedFunctionError(given.functionName, "for a currency in another locale than en-US");
      }
      return { ...fraction, style: "currency", currency: "USD" };
    case "D":
      given.integer(0);
      return { useGrouping: false, minimumIntegerDigits: Math.max(1, Number(precision)) };
    case "F":
      return { ...fraction, useGrouping: false };
    case "N":
      return fraction;
    default:
      throw new UnsupportedFunctionError(given.functionName, "for a percentage");
  }
}
