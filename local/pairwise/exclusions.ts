import type { Choices, Factors } from "./factors";

/** Choices that no combination may contain, as pairs of factor and alternative. */
type Exclusion = readonly (readonly [factor: string, alternative: string])[];

/**
 * Decides whether choices can still become a combination that contains none of the exclusions. Where all but one factor
 * are known to be possible, naming that one saves the others' check.
 */
export type ExclusionCheck = (chosen: Choices, factor?: string) => boolean;

/** Makes the check for some factors and exclusions. */
export function exclusionCheck(factors: Factors, excluded: readonly Choices[]): ExclusionCheck {
  const exclusions = excluded.map((exclusion): Exclusion => Object.entries(exclusion));
  const byFactor = new Map<string, Exclusion[]>();
  for (const exclusion of exclusions) {
    for (const [factor] of exclusion) {
      const others = byFactor.get(factor);
      if (others === undefined) byFactor.set(factor, [exclusion]);
      else others.push(exclusion);
    }
  }
  const constrained = [...byFactor.keys()];
  const constrainedWith = new Map(
    [...byFactor].map(([factor, own]) => [factor, [...new Set(own.flatMap((each) => each.map(([name]) => name)))]]),
  );
  /** Alternatives of a factor that an exclusion forbids beside the others that are chosen. */
  const forbidden = (chosen: Choices, factor: string): ReadonlySet<string> =>
    new Set(
      (byFactor.get(factor) ?? [])
        .filter((exclusion) =>
          exclusion.every(([name, alternative]) => name === factor || chosen[name] === alternative),
        )
        .map((exclusion) => exclusion.find(([name]) => name === factor)?.[1] ?? ""),
    );
  return (chosen, factor) =>
    // An alternative of every factor must be left, or the search would notice only after all others.
    (factor === undefined ? constrained : (constrainedWith.get(factor) ?? [])).every((each) => {
      const alternatives = chosen[each] === undefined ? (factors[each] ?? []) : [chosen[each]];
      const without = forbidden(chosen, each);
      return alternatives.some((alternative) => !without.has(alternative));
    });
}
