import { isDeepStrictEqual } from "node:util";
import { searchForSecrets } from "../leak-search";
import type { Run } from "../logic-apps";
import { firedAlerts } from "../monitor";
import { nameOf, type AlertName, type Combination, type Drill, type Outcome } from "./drill";
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
  const expired = current?.exp !== undefined && current.exp <= clock.now();
  const seen: Outcome = {
    run: last === undefined ? "none" : endOf(last),
    token: current === undefined ? "absent" : expired ? "expired" : versions().length > stored ? "good" : "stale",
    requests: lab.requests.length,
    versions: versions().length - stored,
    alerts: alertsOf(lab, began),
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

/** The rules of the lab's token that fired since. */
function alertsOf({ stack, refresh }: DrillLab, since: Date): readonly AlertName[] {
  const { arm, clock, logicApps } = stack.azure;
  const scope = refresh.id.toLowerCase();
  // Rules of other tokens need no evaluation.
  const state: typeof arm.state = (type) =>
    arm
      .state(type)
      .filter(
        ({ answer }) => !/metricAlerts$/i.test(type) || JSON.stringify(answer).toLowerCase().includes(`"${scope}"`),
      );
  const fired = firedAlerts({ arm: { state }, clock, logicApps }).filter(({ firedAt }) => firedAt > since);
  return (["failed", "silent"] as const).filter((name) => fired.some(({ ruleName }) => ruleName.includes(`-${name}`)));
}
