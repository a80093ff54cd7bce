const written =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,7})?)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/** Decides whether a text is a date of the calendar, with or without a time and its distance from UTC. */
export function isStartTime(text: string): boolean {
  const [, year, month, day] = written.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}
