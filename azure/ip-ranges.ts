import { isIP } from "node:net";

/** A range of IP addresses, both ends included. */
export interface IpRange {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Decides whether ranges together admit more than half of all IPv4 or IPv6 addresses: as good as every address, whatever gaps
 * they leave. A text that is not a range admits none.
 */
export function admitMostAddresses(texts: readonly string[]): boolean {
  const ranges = texts.flatMap((text) => parseIpRange(text) ?? []);
  return ([4, 6] as const).some((version) => {
    let [end, covered] = [0n, 0n];
    const ordered = ranges.filter((range) => range.version === version).sort((a, b) => (a.first < b.first ? -1 : 1));
    for (const { first, last } of ordered) {
      if (last < end) continue;
      covered += last + 1n - (first > end ? first : end);
      end = last + 1n;
    }
    return covered * 2n > 1n << bitsOf(version);
  });
}

/** Decides whether ranges together cover all IPv4 or all IPv6 addresses. */
export function coversEveryAddress(ranges: readonly IpRange[]): boolean {
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

/** Parses an IP range: a single address, CIDR, or first-last. */
export function parseIpRange(text: string): IpRange | undefined {
  const [first = "", last] = text.split("-", 2);
  if (last !== undefined) return text.split("-").length === 2 ? between(first, last) : undefined;
  const [address = "", prefix] = text.split("/", 2);
  if (prefix === undefined) return between(address, address);
  return text.split("/").length === 2 ? network(address, prefix) : undefined;
}

function between(firstText: string, lastText: string): IpRange | undefined {
  const [first, last] = [parseAddress(firstText), parseAddress(lastText)];
  if (first === undefined || last === undefined) return undefined;
  if (first.version !== last.version || first.value > last.value) return undefined;
  return { version: first.version, first: first.value, last: last.value };
}

function network(addressText: string, prefix: string): IpRange | undefined {
  const address = parseAddress(addressText);
  if (address === undefined || !/^\d{1,3}$/.test(prefix)) return undefined;
  const hostBits = bitsOf(address.version) - BigInt(prefix);
  if (hostBits < 0n) return undefined;
  const first = (address.value >> hostBits) << hostBits;
  return { version: address.version, first, last: first + (1n << hostBits) - 1n };
}

function bitsOf(version: 4 | 6): bigint {
  return version === 4 ? 32n : 128n;
}

function parseAddress(text: string): { version: 4 | 6; value: bigint } | undefined {
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
