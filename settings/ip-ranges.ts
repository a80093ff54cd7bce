import { coversEveryAddress, parseIpRange } from "../azure";

/** What is wrong with an IP range: a single address, CIDR, or first-last. */
export function ipRangeProblem(text: string): string | undefined {
  const range = parseIpRange(text);
  const shown = /^[\d.:a-f/-]{1,90}$/i.test(text) && /[.:]/.test(text) ? `"${text}" ` : "";
  if (range === undefined) {
    return `${shown}is no IP range; allowed: an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).`;
  }
  return coversEveryAddress([range]) ? `${shown}admits every address; ${fix}` : undefined;
}

/** What is wrong with a list of IP ranges of which each is well formed: together they may admit everyone. */
export function ipRangesProblem(texts: readonly string[]): string | undefined {
  const ranges = texts.flatMap((text) => parseIpRange(text) ?? []);
  return coversEveryAddress(ranges) && !ranges.some((range) => coversEveryAddress([range]))
    ? `together admit every address; ${fix}`
    : undefined;
}

const fix = "give the ranges that are meant, or leave the setting out.";
