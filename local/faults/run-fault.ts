import { isDeepStrictEqual } from "node:util";
import { searchForSecrets } from "../leak-search";
import type { Run } from "../../emulator/logic-apps";
import { describeReadings } from "../../emulator/provenance";
import { firedAlerts, type FiredAlert } from "../../emulator/monitor";
import { combinationName, type Combination, type Fault, type FaultOutcome, type FaultResult } from "./fault";
import { describeEnd } from "../stack/controlled-stack";
import { FaultHarness } from "./fault-harness";
import type { FaultStack } from "./fault-stack";

const minutes = 60_000;

/**
 * Refreshes once as it should be, lets the fault happen, and looks at what is there then.
 *
 * Alerts are those of 20 minutes after it: longer than a rule on failure takes, and shorter than one on silence.
 */
export async function runFault(
  { stack, readings, administrator, tokenServer, secrets }: FaultStack,
  fault: Fault,
  combination: Combination,
): Promise<FaultResult> {
  const { clock, azure, vaultName } = stack;
  const harness = new FaultHarness(stack, combination, administrator, tokenServer);
  const versions = (): ReturnType<typeof azure.keyVault.versions> =>
    azure.keyVault.versions(vaultName, harness.secretName);
  // Alerts and missed slots of an earlier fault are over by then.
  harness.advance(60 * minutes);
  const before = await harness.atNextSlot();
  if (before.status !== "Succeeded") throw new Error(`No fault can begin: a refresh ended ${describeEnd(before)}.`);
  harness.requests.length = 0;
  const stored = versions().length;
  const began = new Date(clock.now().getTime() + 1);
  harness.advance(1_000);
  await fault.inject(harness);
  harness.advance(20 * minutes);

  const current = versions().at(-1);
  const since = (runs: readonly Run[]): readonly Run[] => runs.filter(({ startTime }) => startTime >= began);
  const runs = since(azure.logicApps.runs(harness.refresh.id));
  const relayed = stack.connector === undefined ? [] : since(azure.logicApps.runs(stack.connector.relay.id));
  const last = runs.at(-1);
  const fired = findFiredAlerts(harness, began);
  const seen: FaultOutcome = {
    run: last === undefined ? "none" : describeEnd(last),
    token: describeExpiry(clock.now(), current?.exp, fired) ?? (versions().length > stored ? "good" : "stale"),
    requests: harness.requests.length,
    versions: versions().length - stored,
    alerts: (["failed", "silent"] as const).filter((name) =>
      fired.some(({ ruleName }) => ruleName.includes(`-${name}`)),
    ),
  };
  const expected = fault.expected(combination, readings);
  const unusual = describeReadings(readings);
  const content = JSON.stringify([runs, relayed]);
  const leaks = searchForSecrets({
    secrets: [...new Set([...secrets, ...harness.canaries])],
    places: [{ name: "run history", content }],
  }).length;
  const held = leaks === 0 && isDeepStrictEqual(seen, expected);
  return {
    fault: fault.name,
    combination: combinationName(combination),
    ...(unusual === "" ? {} : { readings: unusual }),
    seen,
    expected,
    leaks,
    held,
  };
}

/** Describes an expired token: with or without an earlier alert. */
function describeExpiry(
  now: Date,
  exp: Date | undefined,
  fired: readonly FiredAlert[],
): FaultOutcome["token"] | undefined {
  if (exp === undefined || exp > now) return undefined;
  return fired.some(({ firedAt }) => firedAt < exp) ? "expired" : "expired, no alert";
}

/** The rules of the harness's token that fired since. */
function findFiredAlerts({ stack, refresh }: FaultHarness, since: Date): readonly FiredAlert[] {
  const { arm } = stack.azure;
  const scope = refresh.id.toLowerCase();
  // Rules of other tokens need no evaluation.
  const state: typeof arm.state = (type) =>
    arm
      .state(type)
      .filter(
        ({ answer }) => !/metricAlerts$/i.test(type) || JSON.stringify(answer).toLowerCase().includes(`"${scope}"`),
      );
  return firedAlerts({ ...stack.azure, arm: { state } }).filter(({ firedAt }) => firedAt > since);
}
