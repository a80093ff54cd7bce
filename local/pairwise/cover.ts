import { exclusionCheck, type ExclusionCheck } from "./exclusions";
import { contains, type Choices, type Factors } from "./factors";

/** Choices that are to occur together. */
export interface Covering {
  readonly factors: Factors;
  /** Each is to be in some combination, such as every pair. */
  readonly tuples: readonly Choices[];
  /** Choices that no combination may contain. @default none */
  readonly excluded?: readonly Choices[];
  /** The first combination. @default the first alternative of each factor */
  readonly first?: Choices;
  /** Orders of the factors that are tried for each combination: more of them make fewer combinations, slowly. @default 1 */
  readonly attempts?: number;
}

/**
 * Lists combinations of one alternative of each factor, such that each tuple is in one of them, unless the exclusions
 * forbid it. Each combination is made greedily of the tuples that are still missing, always in the same way.
 */
export function cover({ factors, tuples, excluded = [], first, attempts = 1 }: Covering): readonly Choices[] {
  const isPossible = exclusionCheck(factors, excluded);
  const missing = new MissingTuples(tuples);
  const combinations: Choices[] = [];
  const add = (combination: Choices): void => {
    combinations.push(combination);
    missing.removeThoseIn(combination);
  };
  const usual = first ?? Object.fromEntries(Object.entries(factors).map(([name, [usually = ""]]) => [name, usually]));
  if (isPossible(usual)) add(usual);
  for (let pending = missing.list(); pending.length > 0; pending = missing.list()) {
    const candidates = Array.from({ length: attempts }, (_, attempt) => {
      const tuple = pending[(attempt * 7) % pending.length] ?? {};
      return complete(tuple, rotate(factors, attempt), missing, isPossible);
    }).filter((candidate) => candidate !== undefined);
    const [best] = candidates.sort((one, other) => missing.countIn(other) - missing.countIn(one));
    // Where the exclusions allow none with a tuple, it is given up.
    if (best === undefined) missing.remove(pending[0] ?? {});
    else add(Object.fromEntries(Object.keys(factors).map((name) => [name, best[name] ?? ""])));
  }
  return combinations;
}

/** Makes a function that finds the most usual combination with some choices; undefined if the exclusions allow none. */
export function completion(factors: Factors, excluded: readonly Choices[]): (chosen: Choices) => Choices | undefined {
  const isPossible = exclusionCheck(factors, excluded);
  const missing = new MissingTuples([]);
  return (chosen) => complete(chosen, factors, missing, isPossible);
}

/** Chooses for every other factor the alternative that adds most missing tuples; undefined where none is possible. */
function complete(
  chosen: Choices,
  factors: Factors,
  missing: MissingTuples,
  isPossible: ExclusionCheck,
): Choices | undefined {
  if (!isPossible(chosen)) return undefined;
  const names = Object.keys(factors);
  const open = names.filter((name) => chosen[name] === undefined);
  const choices: Record<string, string> = { ...chosen };
  const chooseFrom = (index: number): boolean => {
    const factor = open[index];
    if (factor === undefined) return true;
    const ranked = (factors[factor] ?? [])
      .map((alternative) => {
        choices[factor] = alternative;
        return { alternative, gain: missing.gain(choices, factor) };
      })
      .sort((one, other) => other.gain - one.gain);
    for (const { alternative } of ranked) {
      choices[factor] = alternative;
      if (isPossible(choices, factor) && chooseFrom(index + 1)) return true;
    }
    Reflect.deleteProperty(choices, factor);
    return false;
  };
  return chooseFrom(0) ? Object.fromEntries(names.map((name) => [name, choices[name] ?? ""])) : undefined;
}

function rotate(factors: Factors, by: number): Factors {
  const entries = Object.entries(factors);
  const start = by % entries.length;
  return Object.fromEntries([...entries.slice(start), ...entries.slice(0, start)]);
}

/** Tuples that are in no combination yet. */
class MissingTuples {
  private readonly tuples: Set<Choices>;
  private readonly byChoice = new Map<string, Set<Choices>>();

  constructor(tuples: readonly Choices[]) {
    this.tuples = new Set(tuples);
    for (const tuple of tuples) {
      for (const choice of Object.entries(tuple)) {
        const name = choice.join("=");
        const others = this.byChoice.get(name);
        if (others === undefined) this.byChoice.set(name, new Set([tuple]));
        else others.add(tuple);
      }
    }
  }

  list(): readonly Choices[] {
    return [...this.tuples];
  }

  countIn(combination: Choices): number {
    let count = 0;
    for (const tuple of this.tuples) if (contains(combination, tuple)) count++;
    return count;
  }

  remove(tuple: Choices): void {
    this.tuples.delete(tuple);
    for (const choice of Object.entries(tuple)) this.byChoice.get(choice.join("="))?.delete(tuple);
  }

  /** Counts the missing tuples that are in some choices, and have a factor. */
  gain(chosen: Choices, factor: string): number {
    let count = 0;
    for (const tuple of this.byChoice.get(`${factor}=${chosen[factor] ?? ""}`) ?? [])
      if (contains(chosen, tuple)) count++;
    return count;
  }

  removeThoseIn(combination: Choices): void {
    for (const tuple of this.tuples) if (contains(combination, tuple)) this.remove(tuple);
  }
}
