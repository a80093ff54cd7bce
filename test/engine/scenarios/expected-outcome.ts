import { readRecord } from "./scenario";

/** Returns the lines of `playScenario` where our provider behaves as azure-native did: every `up` is settled. */
export function expectedOutcome(name: string): readonly string[] {
  const { steps, destroy } = readRecord(name);
  const lines = Object.entries(steps).flatMap(([step, { preview, up }]) => [
    ...preview.map((line) => `${step} preview: ${line}`),
    `${step} up: ${up}`,
  ]);
  return [...lines, `destroy: ${destroy}`];
}
