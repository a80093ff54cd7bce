import { defaultApiVersion } from "../../azure";
import { readRuns, type WorkflowRun } from "../azure/read-runs";
import type { ArmClient } from "../azure/arm-client";
import { failed, passed, type CheckResult, type Remedy } from "../check-result";
import type { PollingClock } from "../polling-clock";
import { attempt } from "./attempt";

/** Dependencies and limits of a run. */
export interface RefreshNow {
  readonly azure: ArmClient;
  readonly clock: PollingClock;
  /** Receives the progress, one line per step. */
  readonly progress: (line: string) => void;
  readonly timeoutMinutes: number;
}

/** A refresh to run. */
export interface RefreshToRun {
  readonly id: string;
  readonly name: string;
  /** Name of its Recurrence trigger. */
  readonly triggerName: string;
  /** The probable cause of a failure, by the code of the run. */
  readonly explain: (code: string) => Remedy;
}

const check = "refresh";
const pollMilliseconds = 2000;
const reportIntervalMilliseconds = 20_000;
const pending: ReadonlySet<string> = new Set(["Running", "Waiting", "Paused", "Suspended", ""]);

/** Runs a refresh now, as a person would from the portal, and waits for the run to end. */
export async function refreshNow(options: RefreshNow, refresh: RefreshToRun): Promise<CheckResult> {
  const { azure, progress } = options;
  const { id, name, triggerName } = refresh;
  const ran = await attempt(check, name, async () => {
    const before = new Set((await readRuns(azure, id)).map((run) => run.name));
    progress(`${name}: running '${triggerName}' now`);
    await azure.post(`${id}/triggers/${triggerName}/run`, defaultApiVersion("Microsoft.Logic/workflows"));
    return waitForEnd(options, refresh, before);
  });
  if ("failure" in ran) return ran.failure;
  return evaluateRun(ran.value, refresh, options.timeoutMinutes);
}

/** @returns the last observed state of the run; undefined if none started */
async function waitForEnd(
  { azure, clock, progress, timeoutMinutes }: RefreshNow,
  { id, name }: RefreshToRun,
  before: ReadonlySet<string>,
): Promise<WorkflowRun | undefined> {
  const start = clock.now().getTime();
  let lastReport = start;
  for (;;) {
    // A run that the schedule started meanwhile proves the same.
    const run = (await readRuns(azure, id)).find((candidate) => !before.has(candidate.name));
    const now = clock.now().getTime();
    if ((run !== undefined && !pending.has(run.status)) || now - start >= timeoutMinutes * 60_000) return run;
    if (now - lastReport >= reportIntervalMilliseconds) {
      lastReport = now;
      progress(`${name}: ${run?.status ?? "not started"} after ${Math.round((now - start) / 1000)} s`);
    }
    await clock.wait(pollMilliseconds);
  }
}

function evaluateRun(
  run: WorkflowRun | undefined,
  { name, explain }: RefreshToRun,
  timeoutMinutes: number,
): CheckResult {
  if (run?.status === "Succeeded") return passed(check, name, `run ${run.name} Succeeded`);
  if (run === undefined || pending.has(run.status)) {
    const state = run === undefined ? "did not start" : `is still ${run.status} (run ${run.name})`;
    return failed({ check, subject: name, seen: `${state} after ${timeoutMinutes} minutes` }, timedOut);
  }
  const code = run.code ?? run.status;
  const seen = `run ${run.name} ended ${run.status}${run.code === undefined ? "" : `: ${run.code}`}`;
  return failed({ check, subject: name, seen }, explain(code));
}

const timedOut: Remedy = {
  cause:
    "The token server or the vault answers slowly and the run repeats its requests, or an earlier run holds it up.",
  fix: "Look at the Logic App's run history in the portal; then run this again, with a longer --timeout if need be.",
};
