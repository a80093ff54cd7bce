import { coversEveryAddress, parseIpRange } from "../../azure";

/** The problem with a text that should be an IP range: a single address, CIDR, or first-last. */
export function ipRangeProblem(text: string): string | undefined {
  const range = parseIpRange(text);
  const shown = /^[\d.:a-f/-]{1,90}$/i.test(text) && /[.:]/.test(text) ? `"${text}" ` : "";
  if (range === undefined) {
    return `${shown}is not an IP range. Expected an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).`;
  }
  return coversEveryAddress([range]) ? `${shown}includes every address. ${fix}` : undefined;
}

/** The problem with a list of valid IP ranges: together they may include every address. */
export function ipRangesProblem(texts: readonly string[]): string | undefined {
  const ranges = texts.flatMap((text) => parseIpRange(text) ?? []);
  return coversEveryAddress(ranges) && !ranges.some((range) => coversEveryAddress([range]))
    ? `together include every address. ${fix}`
    : undefined;
}

const fix = "List only the ranges that need access, or remove the setting.";
