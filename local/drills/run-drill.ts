import { isDeepStrictEqual } from "node:util";
import { searchForSecrets } from "../leak-search";
import type { Run } from "../logic-apps";
import { firedAlerts, type FiredAlert } from "../monitor";
import { nameOf, type Combination, type Drill, type Outcome } from "./drill";
import { endOf } from "./deployed-stack";
import { DrillLab } from "./drill-lab";
import type { DrillStack } from "./drill-stack";

/** What came of a drill. */
export interface DrillResult {
  readonly drill: string;
  readonly combination: string;
  readonly seen: Outcome;
  readonly expected: Outcome;
  /** Planted values that run history shows. */
  readonly leaks: number;
  readonly held: boolean;
}

const minutes = 60_000;

/**
 * Refreshes once as it should be, lets the fault happen, and looks at what is there then.
 *
 * Alerts are those of 20 minutes after it: longer than a rule on failure takes, and shorter than one on silence.
 */
export async function runDrill(
  { stack, administrator, tokenServer, secrets }: DrillStack,
  drill: Drill,
  combination: Combination,
): Promise<DrillResult> {
  const { clock, azure, vaultName } = stack;
  const lab = new DrillLab(stack, combination, administrator, tokenServer);
  const versions = (): ReturnType<typeof azure.keyVault.versions> => azure.keyVault.versions(vaultName, lab.secretName);
  // What an earlier drill left is over by then: alerts, and slots that were missed.
  lab.advance(60 * minutes);
  const before = await lab.atNextSlot();
  if (before.status !== "Succeeded") throw new Error(`No drill can begin: a refresh ended ${endOf(before)}.`);
  lab.requests.length = 0;
  const stored = versions().length;
  const began = new Date(clock.now().getTime() + 1);
  lab.advance(1_000);
  await drill.inject(lab);
  lab.advance(20 * minutes);

  const current = versions().at(-1);
  const since = (runs: readonly Run[]): readonly Run[] => runs.filter(({ startTime }) => startTime >= began);
  const runs = since(azure.logicApps.runs(lab.refresh.id));
  const relayed = stack.connector === undefined ? [] : since(azure.logicApps.runs(stack.connector.relay.id));
  const last = runs.at(-1);
  const fired = alertsOf(lab, began);
  const seen: Outcome = {
    run: last === undefined ? "none" : endOf(last),
    token: tokenAt(clock.now(), current?.exp, fired) ?? (versions().length > stored ? "good" : "stale"),
    requests: lab.requests.length,
    versions: versions().length - stored,
    alerts: (["failed", "silent"] as const).filter((name) =>
      fired.some(({ ruleName }) => ruleName.includes(`-${name}`)),
    ),
  };
  const expected = drill.expected(combination);
  const content = JSON.stringify([runs, relayed]);
  const leaks = searchForSecrets({
    secrets: [...new Set([...secrets, ...lab.planted])],
    places: [{ name: "run history", content }],
  }).length;
  const held = leaks === 0 && isDeepStrictEqual(seen, expected);
  return { drill: drill.name, combination: nameOf(combination), seen, expected, leaks, held };
}

/** What is seen of a token that ran out: whether an alert came first. */
function tokenAt(now: Date, exp: Date | undefined, fired: readonly FiredAlert[]): Outcome["token"] | undefined {
  if (exp === undefined || exp > now) return undefined;
  return fired.some(({ firedAt }) => firedAt < exp) ? "expired" : "expired, nobody told";
}

/** The rules of the lab's token that fired since. */
function alertsOf({ stack, refresh }: DrillLab, since: Date): readonly FiredAlert[] {
  const { arm, clock, logicApps } = stack.azure;
  const scope = refresh.id.toLowerCase();
  // Rules of other tokens need no evaluation.
  const state: typeof arm.state = (type) =>
    arm
      .state(type)
      .filter(
        ({ answer }) => !/metricAlerts$/i.test(type) || JSON.stringify(answer).toLowerCase().includes(`"${scope}"`),
      );
  return firedAlerts({ arm: { state }, clock, logicApps }).filter(({ firedAt }) => firedAt > since);
}
