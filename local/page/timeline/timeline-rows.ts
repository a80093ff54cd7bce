import type { ReportedAction, ReportedRun } from "../../report";
import { endOf } from "../../report/run-texts";

/** A line of a timeline: an action, or the run of another workflow that the action above it started. */
export type TimelineRow = ActionRow | RunRow;

interface Placed {
  /** 0 for the actions of the outermost run. */
  readonly depth: number;
  readonly run: ReportedRun;
  /** Since the start of the outermost run. */
  readonly offsetMilliseconds: number;
  readonly durationMilliseconds: number;
}

/** An action that was not skipped. */
export interface ActionRow extends Placed {
  readonly kind: "action";
  readonly action: ReportedAction;
}

/** The run of a called workflow. */
export interface RunRow extends Placed {
  readonly kind: "run";
}

/** A run with those that its actions started, at any depth. */
export interface Timeline {
  readonly run: ReportedRun;
  readonly rows: readonly TimelineRow[];
  /** From the start of the run to the end of everything in it. */
  readonly totalMilliseconds: number;
}

/** Places a run, and below each action the runs that it started, on one time scale. */
export function placeOnTimeline(run: ReportedRun, runs: readonly ReportedRun[]): Timeline {
  const started = new Map<string, ReportedRun[]>();
  for (const each of runs) {
    if (each.caller === undefined) continue;
    const key = keyOf(each.caller.runId, each.caller.action);
    started.set(key, [...(started.get(key) ?? []), each]);
  }
  const rows = placeActions(run, { depth: 0, start: Date.parse(run.startTime) }, started);
  const ends = rows.map(({ offsetMilliseconds, durationMilliseconds }) => offsetMilliseconds + durationMilliseconds);
  return { run, rows, totalMilliseconds: Math.max(1, ...ends) };
}

function placeActions(
  run: ReportedRun,
  { depth, start }: { readonly depth: number; readonly start: number },
  started: ReadonlyMap<string, readonly ReportedRun[]>,
): readonly TimelineRow[] {
  const offset = Date.parse(run.startTime) - start;
  return run.actions
    .filter(({ status }) => status !== "Skipped")
    .flatMap((action): readonly TimelineRow[] => {
      const { durationMilliseconds } = action;
      const offsetMilliseconds = offset + action.offsetMilliseconds;
      const below = started.get(keyOf(run.id, action.name)) ?? [];
      return [
        { kind: "action", depth, run, action, offsetMilliseconds, durationMilliseconds },
        ...below.flatMap((called): readonly TimelineRow[] => [
          {
            kind: "run",
            depth: depth + 1,
            run: called,
            offsetMilliseconds: Date.parse(called.startTime) - start,
            durationMilliseconds: endOf(called),
          },
          ...placeActions(called, { depth: depth + 2, start }, started),
        ]),
      ];
    });
}

function keyOf(runId: string, action: string): string {
  return JSON.stringify([runId, action]);
}
