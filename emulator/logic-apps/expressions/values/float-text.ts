import { UnsupportedFunctionError } from "../errors";
import type { Float } from "./number";

/** Digits that .NET's doubles have for certain: https://learn.microsoft.com/dotnet/api/system.double */
const certainDigits = 15;

/**
 * Returns the text of a Float, or of an integer that JavaScript holds exactly.
 *
 * @throws {UnsupportedFunctionError} for a Float without a fraction (`5` or `5.0`), with an exponent, or with more than
 * 15 digits: .NET's versions write these differently, and no document says which of them Logic Apps follows
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
