import { isIP } from "node:net";

interface Range {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** What is wrong with an IP range: a single address, CIDR, or first-last. */
export function ipRangeProblem(text: string): string | undefined {
  const range = rangeOf(text);
  const shown = /^[\d.:a-f/-]{1,90}$/i.test(text) && /[.:]/.test(text) ? `"${text}" ` : "";
  if (range === undefined) {
    return `${shown}is no IP range; allowed: an address (203.0.113.7), CIDR (203.0.113.0/24), or first-last (203.0.113.1-203.0.113.9).`;
  }
  return coversEverything([range]) ? `${shown}admits every address; ${fix}` : undefined;
}

/** What is wrong with a list of IP ranges of which each is well formed: together they may admit everyone. */
export function ipRangesProblem(texts: readonly string[]): string | undefined {
  const ranges = texts.flatMap((text) => rangeOf(text) ?? []);
  return coversEverything(ranges) && !ranges.some((range) => coversEverything([range]))
    ? `together admit every address; ${fix}`
    : undefined;
}

/** Whether ranges, each of them or all together, let every address pass. What is no range lets none pass. */
export function admitEveryAddress(texts: readonly string[]): boolean {
  return coversEverything(texts.flatMap((text) => rangeOf(text) ?? []));
}

const fix = "give the ranges that are meant, or leave the setting out.";

function coversEverything(ranges: readonly Range[]): boolean {
  return ([4, 6] as const).some((version) => {
    let covered = 0n;
    const ordered = ranges.filter((range) => range.version === version).sort((a, b) => (a.first < b.first ? -1 : 1));
    for (const { first, last } of ordered) {
      if (first > covered) return false;
      if (last >= covered) covered = last + 1n;
    }
    return covered === 1n << bitsOf(version);
  });
}

function rangeOf(text: string): Range | undefined {
  const [first = "", last] = text.split("-", 2);
  if (last !== undefined) return text.split("-").length === 2 ? between(first, last) : undefined;
  const [address = "", prefix] = text.split("/", 2);
  if (prefix === undefined) return between(address, address);
  return text.split("/").length === 2 ? network(address, prefix) : undefined;
}

function between(firstText: string, lastText: string): Range | undefined {
  const [first, last] = [addressOf(firstText), addressOf(lastText)];
  if (first === undefined || last === undefined) return undefined;
  if (first.version !== last.version || first.value > last.value) return undefined;
  return { version: first.version, first: first.value, last: last.value };
}

function network(addressText: string, prefix: string): Range | undefined {
  const address = addressOf(addressText);
  if (address === undefined || !/^\d{1,3}$/.test(prefix)) return undefined;
  const hostBits = bitsOf(address.version) - BigInt(prefix);
  if (hostBits < 0n) return undefined;
  const first = (address.value >> hostBits) << hostBits;
  return { version: address.version, first, last: first + (1n << hostBits) - 1n };
}

function bitsOf(version: 4 | 6): bigint {
  return version === 4 ? 32n : 128n;
}

function addressOf(text: string): { version: 4 | 6; value: bigint } | undefined {
  const version = isIP(text);
  if (version === 4) return { version, value: fromGroups(text.split(".").map(Number), 8n) };
  if (version !== 6 || text.includes("%")) return undefined;
  // The URL parser writes every IPv6 address in one form: groups in hexadecimal, the longest run of zeros as "::".
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const [head = [], tail = []] = canonical.split("::").map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array<string>(8 - head.length - tail.length).fill("0");
  return {
    version: 6,
    value: fromGroups(
      [...head, ...zeros, ...tail].map((digits) => Number.parseInt(digits, 16)),
      16n,
    ),
  };
}

function fromGroups(groups: readonly number[], bits: bigint): bigint {
  return groups.reduce((value, digits) => (value << bits) + BigInt(digits), 0n);
}
