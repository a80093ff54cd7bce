import { asObject, asString } from "../../definition/json";

const milliseconds: Readonly<Record<string, number>> = {
  Second: 1_000,
  Minute: 60_000,
  Hour: 3_600_000,
  Day: 86_400_000,
  Week: 604_800_000,
};

/** Frequencies of which every slot is a fixed time apart. Month and Year are not served. */
export const frequencies: readonly string[] = Object.keys(milliseconds);

/**
 * The first slot of a recurrence after a time.
 *
 * @param recurrence `frequency`, `interval` and `startTime`; without one the rhythm starts when deployed
 */
export function slotAfter(recurrence: unknown, deployed: Date, after: Date): Date {
  const { frequency, interval, startTime } = asObject(recurrence);
  const step = (milliseconds[asString(frequency)] ?? Number.NaN) * Number(interval);
  const start = startTime === undefined ? deployed.getTime() : parseUtc(asString(startTime)).getTime();
  const passed = Math.floor((after.getTime() - start) / step) + 1;
  return new Date(start + Math.max(0, passed) * step);
}

/** A start time as UTC, the only time zone served; it may lack the `Z`. */
export function parseUtc(text: string): Date {
  return new Date(/(Z|[+-]\d\d:\d\d)$/i.test(text) ? text : `${text}Z`);
}
