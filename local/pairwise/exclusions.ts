import type { Choices, Factors } from "./factors";

/** Choices that no combination may contain, as pairs of factor and alternative. */
type Exclusion = readonly (readonly [factor: string, alternative: string])[];

/** Finds out whether choices can still become a combination that contains none of the exclusions. */
export function exclusionCheck(factors: Factors, excluded: readonly Choices[]): (chosen: Choices) => boolean {
  const exclusions = excluded.map((exclusion): Exclusion => Object.entries(exclusion));
  const byFactor = new Map<string, Exclusion[]>();
  for (const exclusion of exclusions) {
    for (const [factor] of exclusion) {
      const others = byFactor.get(factor);
      if (others === undefined) byFactor.set(factor, [exclusion]);
      else others.push(exclusion);
    }
  }
  /** Alternatives of a factor that an exclusion forbids beside the others that are chosen. */
  const forbidden = (chosen: Choices, factor: string): ReadonlySet<string> =>
    new Set(
      (byFactor.get(factor) ?? [])
        .filter((exclusion) =>
          exclusion.every(([name, alternative]) => name === factor || chosen[name] === alternative),
        )
        .map((exclusion) => exclusion.find(([name]) => name === factor)?.[1] ?? ""),
    );
  return (chosen) =>
    // An alternative of every factor must be left, or the search would notice only after all others.
    [...byFactor.keys()].every((factor) => {
      const alternatives = chosen[factor] === undefined ? (factors[factor] ?? []) : [chosen[factor]];
      const without = forbidden(chosen, factor);
      return alternatives.some((alternative) => !without.has(alternative));
    });
}
