import { UnsupportedFunctionError } from "../errors";
import type { Float } from "./number";

/** Digits that .NET's doubles have for certain: https://learn.microsoft.com/dotnet/api/system.double */
const certainDigits = 15;

/**
 * The text of a number that is no bigint. Refused where .NET's versions differ, and no document says what Logic Apps
 * writes: a Float without a fraction (`5` or `5.0`), with an exponent, and beyond 15 digits.
 */
export function floatText(float: Float | number): string {
  if (typeof float === "number" && Number.isSafeInteger(float)) return String(float);
  const text = typeof float === "number" ? String(float) : "";
  const digits = text.replace(/^-?0?\.?0*/, "").replace(".", "").length;
  if (text === "" || text.includes("e") || digits > certainDigits) {
    throw new UnsupportedFunctionError("string", "with this Float, of which no document gives the text");
  }
  return text;
}
