import { alternativesToHold, defaultReadings, readings, type Reading, type Readings } from "../../emulator/provenance";

/** One alternative of one reading. */
type Choice = readonly [reading: string, alternative: string];

/**
 * Lists combinations of readings such that every two alternatives of different readings occur together, the defaults
 * first. Alternatives other than the one that the program needs are left out. Each is made greedily of the pairs that are still missing, always in the same way.
 */
export function everyPairOfReadings(): readonly Readings[] {
  const choices = Object.entries<Reading>(readings).map(([name, reading]) =>
    alternativesToHold(reading).map((alternative): Choice => [name, alternative]),
  );
  const missing = new Set(
    choices.flatMap((some, index) =>
      choices.slice(index + 1).flatMap((others) => some.flatMap((one) => others.map((other) => pairOf(one, other)))),
    ),
  );
  const combinations: Readings[] = [];
  for (let next: readonly Choice[] = Object.entries(defaultReadings); ; next = compose(choices, missing)) {
    for (const pair of pairsOf(next)) missing.delete(pair);
    combinations.push(Object.fromEntries(next) as Readings);
    if (missing.size === 0) return combinations;
  }
}

/** Takes a missing pair, and for every other reading the alternative that adds most of the missing pairs. */
function compose(choices: readonly (readonly Choice[])[], missing: ReadonlySet<string>): readonly Choice[] {
  const all = choices.flat();
  const [pair = ""] = missing;
  const taken = all.filter((choice) => pair.split(" ").includes(nameOf(choice)));
  for (const alternatives of choices) {
    if (alternatives.some((choice) => taken.includes(choice))) continue;
    const gain = (choice: Choice): number => taken.filter((other) => missing.has(pairOf(other, choice))).length;
    const [best] = [...alternatives].sort((one, other) => gain(other) - gain(one));
    if (best !== undefined) taken.push(best);
  }
  return all.filter((choice) => taken.includes(choice));
}

function pairsOf(combination: readonly Choice[]): readonly string[] {
  return combination.flatMap((one, index) => combination.slice(index + 1).map((other) => pairOf(one, other)));
}

/** The same for either order of the two. */
function pairOf(one: Choice, other: Choice): string {
  return [nameOf(one), nameOf(other)].sort().join(" ");
}

function nameOf([reading, alternative]: Choice): string {
  return `${reading}=${alternative}`;
}
