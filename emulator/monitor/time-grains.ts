/**
 * Windows of metric alerts; those up to an hour are evaluation frequencies too:
 * docs/decisions/workflows/0015-alerts.md has the source.
 */
const minutes: Readonly<Record<string, number>> = {
  PT1M: 1,
  PT5M: 5,
  PT15M: 15,
  PT30M: 30,
  PT1H: 60,
  PT6H: 360,
  PT12H: 720,
  P1D: 1440,
};

/** Minutes of a window or frequency; undefined for what is none. */
export function minutesOf(duration: unknown): number | undefined {
  return typeof duration === "string" ? minutes[duration] : undefined;
}
