import { numericOf, valueOf } from "../../values/number";
import type { Arguments } from "../arguments";
import { localeArgument } from "./locale-argument";

/**
 * A number from text: .NET's lenient reading, with groups anywhere before the point and the sign at either end.
 * Source: https://learn.microsoft.com/azure/logic-apps/expression-functions-reference#float
 */
export function readFloat(given: Arguments): unknown {
  const numeric = numericOf(given.values[0]);
  const number = numeric === undefined ? parseFloatIn(given) : Number(numeric);
  if (number === undefined) throw given.failure("argument 1 is not a number");
  return valueOf(number);
}

export function isFloat(given: Arguments): boolean {
  return parseFloatIn(given) !== undefined;
}

/** Returns `undefined` for text that cannot be a number. */
function parseFloatIn(given: Arguments): number | undefined {
  const text = given.text(0);
  const { group, decimal } = separators(localeArgument(given, 1));
  const [whole = "", ...fractions] = text.split(decimal);
  const plain = [whole.replaceAll(group, ""), ...fractions].join(".");
  const found = /^([+-]?)(\d+\.?\d*|\.\d+)([+-]?)$/.exec(plain);
  if (found === null) {
    // No way of .NET's takes two signs or two points.
    if (fractions.length > 1 || ((text.match(/[+-]/g) ?? []).length > 1 && !/e/i.test(text))) return undefined;
    // Of .NET's ways to read a number, it is not known which allow these.
    if (/^(?:[\s\d+\-.,()$€¤'’]*\d(?:e[+-]?\d+)?[\s\d+\-.,()$€¤'’]*|[\s+-]*(?:nan|∞|infinity)\s*)$/i.test(text)) {
      throw given.unknown("with a number that is written in another way than the reference shows");
    }
    return undefined;
  }
  const [, leading, digits = "", trailing] = found;
  if (leading !== "" && trailing !== "") return undefined;
  const number = Number(digits);
  if (!Number.isFinite(number)) throw given.unknown("with a number beyond 64 bits");
  return leading === "-" || trailing === "-" ? -number : number;
}

function separators(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return { group: find("group"), decimal: find("decimal") };
}
