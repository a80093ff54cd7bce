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

/** Orders of the readings that are tried for each combination: more of them make fewer combinations, slowly. */
const attempts = 60;

/** Composes combinations in several orders of the readings, and takes the one that has most of the missing pairs. */
function compose(choices: readonly (readonly Choice[])[], missing: ReadonlySet<string>): readonly Choice[] {
  const pairs = [...missing];
  let best: readonly Choice[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const pair = pairs[(attempt * 7) % pairs.length] ?? "";
    const candidate = composeAround(pair, rotate(choices, attempt), missing);
    if (countMissing(candidate, missing) > countMissing(best, missing)) best = candidate;
  }
  return choices.flatMap((alternatives) => alternatives.filter((choice) => best.includes(choice)));
}

/** Takes a missing pair, and for every other reading in turn the alternative that adds most of the missing pairs. */
function composeAround(
  pair: string,
  choices: readonly (readonly Choice[])[],
  missing: ReadonlySet<string>,
): readonly Choice[] {
  const taken = choices.flat().filter((choice) => pair.split(" ").includes(nameOf(choice)));
  for (const alternatives of choices) {
    if (alternatives.some((choice) => taken.includes(choice))) continue;
    const gain = (choice: Choice): number => taken.filter((other) => missing.has(pairOf(other, choice))).length;
    const [best] = [...alternatives].sort((one, other) => gain(other) - gain(one));
    if (best !== undefined) taken.push(best);
  }
  return taken;
}

function rotate<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function countMissing(combination: readonly Choice[], missing: ReadonlySet<string>): number {
  return pairsOf(combination).filter((pair) => missing.has(pair)).length;
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
