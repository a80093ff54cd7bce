import { longestWatchedInterval, silenceWatch } from "./silence-watch";

/** The settings that determine the alerts. */
export interface AlertSettings {
  readonly alerts: boolean;
  readonly alertEmails: readonly string[];
  readonly actionGroupId?: string;
  readonly tokens: readonly { readonly intervalMinutes: number; readonly assumedLifetimeMinutes: number }[];
}

/** Lists the gaps in a stack's alerts: one note for all tokens that share it. */
export function alertNotes(settings: AlertSettings): readonly string[] {
  if (!settings.alerts) {
    return ["alerts is false: nobody is notified of failed or missing refreshes."];
  }
  const nobody = settings.alertEmails.length === 0 && settings.actionGroupId === undefined;
  return [
    ...(nobody
      ? ["Nobody is notified when an alert fires; it is only visible in the portal. Set alertEmails or actionGroupId."]
      : []),
    ...silenceNotes(settings.tokens),
  ];
}

/** Groups the tokens by note. Node 20 has no Map.groupBy. */
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
      `nobody is notified when refreshes just stop: two intervals of ${intervalMinutes} min are longer than a metric alert ` +
      `looks back. Refresh every ${longestWatchedInterval} min or more often, with skipWhileFresh if that is too often.`
    );
  }
  if (watch.noticedAfterMinutes <= assumedLifetimeMinutes) return undefined;
  return (
    `that refreshes just stopped is noticed after up to ${watch.noticedAfterMinutes} min, when a token of ` +
    `${assumedLifetimeMinutes} min has expired; failures are reported at once. ` +
    "An intervalMinutes of 30 makes it 65 min, with skipWhileFresh at hardly more cost."
  );
}
