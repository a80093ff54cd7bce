import { ticksPer, type Timestamp, toDate } from "./timestamp";

/** A format that is invalid in .NET, or that is not supported here. */
export type FormatProblem = "invalid" | "unsupported";

/** One part of a custom format: a run of one letter, a quoted or escaped literal, or a character for itself. */
export function customPart(part: string, timestamp: Timestamp, locale: string): string | { problem: FormatProblem } {
  const date = toDate(timestamp);
  const length = part.length;
  switch (part.charAt(0)) {
    case "y":
      return digits(length > 2 ? date.getUTCFullYear() : date.getUTCFullYear() % 100, length);
    case "M":
      return length > 2 ? named(date, locale, { month: width(length) }) : digits(date.getUTCMonth() + 1, length);
    case "d":
      return length > 2 ? named(date, locale, { weekday: width(length) }) : digits(date.getUTCDate(), length);
    case "H":
      return digits(date.getUTCHours(), Math.min(length, 2));
    case "h":
      return digits(date.getUTCHours() % 12 || 12, Math.min(length, 2));
    case "m":
      return digits(date.getUTCMinutes(), Math.min(length, 2));
    case "s":
      return digits(date.getUTCSeconds(), Math.min(length, 2));
    case "f":
      return length > 7 ? { problem: "invalid" } : fraction(timestamp, length);
    case "F":
      return length > 7 ? { problem: "invalid" } : fraction(timestamp, length).replace(/0+$/, "");
    case "t":
      return locale === "en-US" ? (date.getUTCHours() < 12 ? "AM" : "PM").slice(0, length) : { problem: "unsupported" };
    case "K":
      return { utc: "Z", server: "+00:00", unspecified: "" }[timestamp.zone];
    case "z":
      return ["+0", "+00", "+00:00"][Math.min(length, 3) - 1] ?? "";
    case "g":
      return { problem: "unsupported" };
    case "/":
    case ":":
      // Each culture has separators of its own for these.
      return locale === "en-US" ? part : { problem: "unsupported" };
    case "%":
      return "";
    case "'":
    case '"':
      return length === 1 ? { problem: "invalid" } : part.slice(1, -1);
    case "\\":
      return length === 1 ? { problem: "invalid" } : part.slice(1);
    default:
      return part;
  }
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, "0");
}

function fraction({ ticks }: Timestamp, length: number): string {
  return digits(Number(ticks % ticksPer.second), 7).slice(0, length);
}

function width(length: number): "short" | "long" {
  return length === 3 ? "short" : "long";
}

function named(date: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
}
