import { longestWatchedInterval, silenceWatch } from "./silence-watch";

/** What of the settings decides on alerts. */
export interface AlertSettings {
  readonly alerts: boolean;
  readonly alertEmails: readonly string[];
  readonly actionGroupId?: string;
  readonly tokens: readonly { readonly intervalMinutes: number; readonly assumedLifetimeMinutes: number }[];
}

/** What the alerts of a stack do not do, one note for all tokens that it is the same for. */
export function alertNotes(settings: AlertSettings): readonly string[] {
  if (!settings.alerts) {
    return ["alerts is false: nobody is told of a refresh that fails, or that does not happen."];
  }
  const nobody = settings.alertEmails.length === 0 && settings.actionGroupId === undefined;
  return [
    ...(nobody
      ? ["Nobody is told when an alert fires; it shows in the portal only. Give alertEmails, or an actionGroupId."]
      : []),
    ...silenceNotes(settings.tokens),
  ];
}

/** Grouped by hand: Node 20 has no Map.groupBy. */
function silenceNotes(tokens: AlertSettings["tokens"]): readonly string[] {
  const paths = new Map<string, string[]>();
  for (const [index, token] of tokens.entries()) {
    const note = silenceNote(token);
    if (note !== undefined) paths.set(note, [...(paths.get(note) ?? []), `tokens[${index}]`]);
  }
  return [...paths].map(([note, among]) => `${among.join(", ")}: ${note}`);
}

function silenceNote({ intervalMinutes, assumedLifetimeMinutes }: AlertSettings["tokens"][number]): string | undefined {
  const watch = silenceWatch(intervalMinutes);
  if (watch === undefined) {
    return (
      `nobody is told when refreshes just stop: two intervals of ${intervalMinutes} min are longer than a metric alert ` +
      `looks back. Refresh every ${longestWatchedInterval} min or more often, with skipWhileFresh if that is too often.`
    );
  }
  if (watch.noticedAfterMinutes <= assumedLifetimeMinutes) return undefined;
  return (
    `that refreshes just stopped is noticed after up to ${watch.noticedAfterMinutes} min, when a token of ` +
    `${assumedLifetimeMinutes} min has run out; failures are told at once. ` +
    "An intervalMinutes of 30 makes it 65 min, with skipWhileFresh at hardly more cost."
  );
}
