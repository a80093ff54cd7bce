import { numericOf, valueOf } from "../../values/number";
import type { Arguments } from "../arguments";
import { localeArgument } from "./locale-argument";

/** A number from text: .NET's lenient reading, with groups anywhere before the point and the sign at either end. */
export function readFloat(given: Arguments): unknown {
  const numeric = numericOf(given.values[0]);
  const number = numeric === undefined ? parseFloatIn(given.text(0), localeArgument(given, 1)) : Number(numeric);
  if (number === undefined) throw given.failure("argument 1 is not a number");
  return valueOf(number);
}

export function isFloat(given: Arguments): boolean {
  return parseFloatIn(given.text(0), localeArgument(given, 1)) !== undefined;
}

function parseFloatIn(text: string, locale: string): number | undefined {
  const { group, decimal } = separators(locale);
  const [whole = "", ...fractions] = text.trim().split(decimal);
  const plain = [whole.replaceAll(group, ""), ...fractions].join(".");
  const found = /^([+-]?)(\d+\.?\d*|\.\d+)(e[+-]?\d+)?([+-]?)$/i.exec(plain);
  if (found === null) return undefined;
  const [, leading, digits = "", exponent = "", trailing] = found;
  if (leading !== "" && trailing !== "") return undefined;
  const number = Number(digits + exponent);
  if (!Number.isFinite(number)) return undefined;
  return leading === "-" || trailing === "-" ? -number : number;
}

function separators(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: find("group"), decimal: find("decimal") };
}
