/** A point in time as .NET's DateTime has it. */
export interface Timestamp {
  /** 100-nanosecond intervals since 0001-01-01T00:00:00, in UTC unless unspecified. */
  readonly ticks: bigint;
  /** Time zone in the text: `Z`, an offset (converted to the server's own time, UTC), or none. */
  readonly zone: "utc" | "server" | "unspecified";
}

export const ticksPer = {
  second: 10_000_000n,
  minute: 600_000_000n,
  hour: 36_000_000_000n,
  day: 864_000_000_000n,
} as const;

/** The largest offset that .NET's DateTimeOffset takes. */
const maximumOffsetMinutes = 14 * 60;
const ticksPerMillisecond = 10_000n;
const unixEpoch = 621_355_968_000_000_000n;
/** The first instant of the year 10000, where .NET's DateTime ends. */
const end = 3_155_378_976_000_000_000n;

const time = String.raw`(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?`;
const iso = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${time}$`, "i");
const american = new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${time}$`, "i");

export function fromDate(date: Date): Timestamp {
  return { ticks: BigInt(date.getTime()) * ticksPerMillisecond + unixEpoch, zone: "utc" };
}

/** The instant in milliseconds, whose UTC fields are the timestamp's own; what is finer than that is left out. */
export function toDate({ ticks }: Timestamp): Date {
  return new Date(Number((ticks - (ticks % ticksPerMillisecond) - unixEpoch) / ticksPerMillisecond));
}

/** Ticks of a day's start; undefined for a day that does not exist. */
export function ticksOfDay(year: number, month: number, day: number): bigint | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? fromDate(date).ticks : undefined;
}

/** The timestamp moved to other ticks; undefined outside the years 1 to 9999. */
export function withTicks(timestamp: Timestamp, ticks: bigint): Timestamp | undefined {
  return ticks >= 0n && ticks < end ? { ...timestamp, ticks } : undefined;
}

/** Reads ISO 8601 or `MM/dd/yyyy`, with or without a time and a zone; undefined for anything else. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const found = iso.exec(text.trim()) ?? american.exec(text.trim());
  if (found === null) return undefined;
  const { year, month, day } = found.groups ?? {};
  const zoneAt = found.length - 1;
  const [hour = 0, minute = 0, second = 0] = found
    .slice(zoneAt - 4, zoneAt - 1)
    .map((part: string | undefined) => Number(part ?? 0));
  const fraction = BigInt((found[zoneAt - 1] ?? "").padEnd(7, "0"));
  const start = ticksOfDay(Number(year), Number(month), Number(day));
  if (start === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const ticks = start + BigInt((hour * 60 + minute) * 60 + second) * ticksPer.second + fraction;
  return inUtc(ticks, found[zoneAt]);
}

function inUtc(ticks: bigint, zone: string | undefined): Timestamp | undefined {
  if (zone === undefined) return withTicks({ ticks, zone: "unspecified" }, ticks);
  if (zone.toUpperCase() === "Z") return withTicks({ ticks, zone: "utc" }, ticks);
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  if (Number(zone.slice(-2)) > 59 || minutes > maximumOffsetMinutes) return undefined;
  const offset = BigInt(zone.startsWith("-") ? -minutes : minutes) * ticksPer.minute;
  return withTicks({ ticks, zone: "server" }, ticks - offset);
}
