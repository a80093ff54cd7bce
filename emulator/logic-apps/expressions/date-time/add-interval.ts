import { ticksOfDay, ticksPer, type Timestamp, toDate, withTicks } from "./timestamp";

const fixedUnits: Readonly<Record<string, bigint>> = { ...ticksPer, week: 7n * ticksPer.day };
const monthsPer: Readonly<Record<string, number>> = { month: 1, year: 12 };

export const timeUnits = "Second, Minute, Hour, Day, Week, Month or Year";

/** Decides whether `addInterval` supports a unit, ignoring case. */
export function isTimeUnit(unit: string): boolean {
  return Object.hasOwn(fixedUnits, unit.toLowerCase()) || Object.hasOwn(monthsPer, unit.toLowerCase());
}

/**
 * Adds a number of units. A month that has no such day gives its last day.
 *
 * @returns undefined outside the years 1 to 9999
 */
export function addInterval(timestamp: Timestamp, interval: bigint, unit: string): Timestamp | undefined {
  const fixed = fixedUnits[unit.toLowerCase()];
  if (fixed !== undefined) return withTicks(timestamp, timestamp.ticks + interval * fixed);
  return addMonths(timestamp, Number(interval) * (monthsPer[unit.toLowerCase()] ?? 1));
}

function addMonths(timestamp: Timestamp, months: number): Timestamp | undefined {
  const date = toDate(timestamp);
  const total = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  if (year < 1 || year > 9999) return undefined;
  const first = ticksOfDay(year, month, 1) ?? 0n;
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const day = BigInt(Math.min(date.getUTCDate(), lastDay) - 1);
  return withTicks(timestamp, first + day * ticksPer.day + (timestamp.ticks % ticksPer.day));
}
