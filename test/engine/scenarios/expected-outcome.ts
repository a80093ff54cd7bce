import { readRecord, type Scenario } from "./scenario";

/** Returns the lines of `playScenario` where our provider behaves as azure-native did: every `up` is settled. */
export function expectedOutcome({ name, steps, destroy }: Scenario): readonly string[] {
  const record = readRecord(name);
  const lines = Object.entries(record.steps).flatMap(([step, { preview, up }]) => [
    ...preview.map((line) => `${step} preview: ${line}`),
    `${step} up: ${steps[step]?.error === undefined ? up : "failed"}`,
  ]);
  return [...lines, `destroy: ${destroy ?? record.destroy}`];
}
