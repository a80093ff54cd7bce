import { customPart, type FormatProblem } from "./custom-format";
import type { Timestamp } from "./timestamp";

/** .NET's standard formats, in the en-US culture. */
const standardFormats: Readonly<Record<string, string>> = {
  d: "M/d/yyyy",
  D: "dddd, MMMM d, yyyy",
  f: "dddd, MMMM d, yyyy h:mm tt",
  F: "dddd, MMMM d, yyyy h:mm:ss tt",
  g: "M/d/yyyy h:mm tt",
  G: "M/d/yyyy h:mm:ss tt",
  m: "MMMM d",
  M: "MMMM d",
  o: "yyyy-MM-ddTHH:mm:ss.fffffffK",
  O: "yyyy-MM-ddTHH:mm:ss.fffffffK",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-ddTHH:mm:ss",
  t: "h:mm tt",
  T: "h:mm:ss tt",
  u: "yyyy-MM-dd HH:mm:ss'Z'",
  U: "dddd, MMMM d, yyyy h:mm:ss tt",
  y: "MMMM yyyy",
  Y: "MMMM yyyy",
};

/** The standard formats that are the same in every culture. */
const cultureless = new Set("oOrRsu");

const customParts = /y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|z+|g+|K|'[^']*'|"[^"]*"|\\.|[^]/g;

/**
 * Formats a timestamp by a .NET date and time format.
 *
 * @see https://learn.microsoft.com/dotnet/standard/base-types/standard-date-and-time-format-strings
 * @see https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
 */
export function formatTimestamp(
  timestamp: Timestamp,
  format: string,
  locale = "en-US",
): { text: string } | { problem: FormatProblem } {
  const standard = format.length === 1 ? standardFormats[format] : format;
  if (standard === undefined || standard === "") return { problem: "invalid" };
  const culture = cultureless.has(format) ? "en-US" : locale;
  if (format.length === 1 && culture !== "en-US") return { problem: "unsupported" };
  let text = "";
  for (const part of standard.match(customParts) ?? []) {
    const formatted = customPart(part, timestamp, culture);
    if (typeof formatted !== "string") return formatted;
    const dropsPoint = part.startsWith("F") && formatted === "" && text.endsWith(".");
    text = dropsPoint ? text.slice(0, -1) : text + formatted;
  }
  return { text };
}
