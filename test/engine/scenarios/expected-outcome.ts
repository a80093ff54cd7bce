import { readRecord, type Scenario, type Step } from "./scenario";

/** Returns the lines of `playScenario` where our provider behaves as azure-native did: every `up` is settled. */
export function expectedOutcome(scenario: Scenario): readonly string[] {
  const { name, steps, destroy } = scenario;
  const record = readRecord(name);
  const lines = Object.entries(steps).flatMap(([step, { error }]) => [
    ...expectedPreview(scenario, step).map((line) => `${step} preview: ${line}`),
    `${step} up: ${error === undefined ? (record.steps[step]?.up ?? "not recorded") : "failed"}`,
  ]);
  return [...lines, `destroy: ${destroy ?? record.destroy}`];
}

/** Returns the recorded lines of a step's preview, without the properties that are known since. */
export function expectedPreview({ name, steps }: Scenario, step: string): readonly string[] {
  const { preview = [] } = readRecord(name).steps[step] ?? {};
  return preview.flatMap((line) => withoutKnown(line, steps[step]?.knownSince ?? {}));
}

function withoutKnown(line: string, known: NonNullable<Step["knownSince"]>): readonly string[] {
  const [, resource = "", changed = ""] = /^update (.+?): ([^()]+)$/.exec(line) ?? [];
  const left = changed.split(", ").filter((property) => known[resource]?.includes(property) !== true);
  if (left.length === changed.split(", ").length) return [line];
  return left.length === 0 ? [] : [`update ${resource}: ${left.join(", ")}`];
}
