/** How an alert rule looks for missing successes. */
export interface SilenceWatch {
  /** Time that is looked back over, ISO 8601. */
  readonly windowSize: string;
  /** How often it is looked, ISO 8601. */
  readonly evaluationFrequency: string;
  /** Minutes after the last success by which the rule has fired, Azure Monitor's own delay apart. */
  readonly noticedAfterMinutes: number;
}

/**
 * Windows of a metric alert from 15 minutes on, with the frequency that goes with each; shorter ones would take the
 * delay with which metrics arrive for silence. docs/decisions/workflows/0015-alerts.md has the sources.
 */
const windows = [
  { minutes: 15, windowSize: "PT15M", evaluationFrequency: "PT5M", every: 5 },
  { minutes: 30, windowSize: "PT30M", evaluationFrequency: "PT5M", every: 5 },
  { minutes: 60, windowSize: "PT1H", evaluationFrequency: "PT5M", every: 5 },
  { minutes: 360, windowSize: "PT6H", evaluationFrequency: "PT15M", every: 15 },
  { minutes: 720, windowSize: "PT12H", evaluationFrequency: "PT30M", every: 30 },
  { minutes: 1440, windowSize: "P1D", evaluationFrequency: "PT1H", every: 60 },
] as const;

/** Minutes between two runs beyond which no window of a metric alert holds two of them. */
export const longestWatchedInterval = 720;

/** The smallest window that holds two intervals, and one with the longest run in it; undefined where none does. */
export function silenceWatch(intervalMinutes: number, longestRunMinutes = 0): SilenceWatch | undefined {
  const least = intervalMinutes + Math.max(intervalMinutes, longestRunMinutes);
  const window = windows.find(({ minutes }) => minutes >= least);
  if (window === undefined) return undefined;
  const { windowSize, evaluationFrequency, minutes, every } = window;
  return { windowSize, evaluationFrequency, noticedAfterMinutes: minutes + every };
}
