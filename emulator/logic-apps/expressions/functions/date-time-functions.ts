import { addInterval, isTimeUnit, timeUnits } from "../date-time/add-interval";
import { formatTimeSpan } from "../date-time/format-timespan";
import { fromDate, parseTimestamp, ticksOfDay, ticksPer, type Timestamp, toDate } from "../date-time/timestamp";
import type { Arguments } from "./arguments";
import { formatted } from "./formats/format-date-time";
import type { FunctionGroup, WorkflowFunction } from "./workflow-function";

export const dateTimeFunctions: FunctionGroup = {
  addDays: addUnits("Day"),
  addHours: addUnits("Hour"),
  addMinutes: addUnits("Minute"),
  addSeconds: addUnits("Second"),
  addToTime: { takes: [3, 4], call: (given) => formatted(given, 3, moved(given, timestamp(given), 1, 1n)) },
  subtractFromTime: { takes: [3, 4], call: (given) => formatted(given, 3, moved(given, timestamp(given), 1, -1n)) },
  getFutureTime: {
    takes: [2, 3],
    call: (given, scope) => formatted(given, 2, moved(given, fromDate(scope.now()), 0, 1n)),
  },
  getPastTime: {
    takes: [2, 3],
    call: (given, scope) => formatted(given, 2, moved(given, fromDate(scope.now()), 0, -1n)),
  },
  dateDifference: {
    takes: [2, 2],
    call: (given) => formatTimeSpan(timestamp(given, 1).ticks - timestamp(given, 0).ticks),
  },
  dayOfMonth: { takes: [1, 1], call: (given) => toDate(timestamp(given)).getUTCDate() },
  dayOfWeek: { takes: [1, 1], call: (given) => toDate(timestamp(given)).getUTCDay() },
  dayOfYear: { takes: [1, 1], call: dayOfYear },
  formatDateTime: { takes: [1, 3], call: (given) => formatted(given, 1, timestamp(given), 2) },
  startOfDay: { takes: [1, 2], call: (given) => formatted(given, 1, startOf(timestamp(given), ticksPer.day)) },
  startOfHour: { takes: [1, 2], call: (given) => formatted(given, 1, startOf(timestamp(given), ticksPer.hour)) },
  startOfMonth: {
    takes: [1, 2],
    call(given) {
      const day = startOf(timestamp(given), ticksPer.day);
      const daysBefore = BigInt(toDate(day).getUTCDate() - 1);
      return formatted(given, 1, { ...day, ticks: day.ticks - daysBefore * ticksPer.day });
    },
  },
  ticks: { takes: [1, 1], call: (given) => timestamp(given).ticks },
  utcNow: { takes: [0, 1], call: (given, scope) => formatted(given, 0, fromDate(scope.now())) },
};

function addUnits(unit: string): WorkflowFunction {
  return {
    takes: [2, 3],
    call: (given) => formatted(given, 2, added(given, timestamp(given), { interval: given.integer(1), unit })),
  };
}

function timestamp(given: Arguments, index = 0): Timestamp {
  const parsed = parseTimestamp(given.text(index));
  if (parsed !== undefined) return parsed;
  throw given.failure(
    `argument ${index + 1} is not a timestamp in a form that the emulator reads: ISO 8601 or MM/dd/yyyy`,
  );
}

/** The timestamp moved by an interval and its unit, which stand at an argument and the next. */
function moved(given: Arguments, from: Timestamp, index: number, sign: bigint): Timestamp {
  const [interval, unit] = [given.integer(index) * sign, given.text(index + 1)];
  if (!isTimeUnit(unit)) throw given.failure(`argument ${index + 2} is not a time unit: ${timeUnits}`);
  return added(given, from, { interval, unit });
}

function added(given: Arguments, from: Timestamp, by: { interval: bigint; unit: string }): Timestamp {
  const result = addInterval(from, by.interval, by.unit);
  if (result === undefined) throw given.failure("the result is outside the years 1 to 9999");
  return result;
}

function startOf(from: Timestamp, unit: bigint): Timestamp {
  return { ...from, ticks: from.ticks - (from.ticks % unit) };
}

function dayOfYear(given: Arguments): number {
  const { ticks, ...rest } = timestamp(given);
  const newYear = ticksOfDay(toDate({ ticks, ...rest }).getUTCFullYear(), 1, 1) ?? 0n;
  return Number((ticks - newYear) / ticksPer.day) + 1;
}
