import type { Choices, Factors } from "./factors";

/** Choices of which not all may be made, as pairs of factor and alternative. */
type Exclusion = readonly (readonly [factor: string, alternative: string])[];

/**
 * Decides whether choices can still become a combination that contains none of the exclusions. Where all but one factor
 * are known to be possible, naming that one saves the others' check.
 */
export type ExclusionCheck = (chosen: Choices, factor?: string) => boolean;

/** Makes the check for some factors and exclusions. */
export function exclusionCheck(factors: Factors, excluded: readonly Choices[]): ExclusionCheck {
  const exclusions = excluded.map((exclusion): Exclusion => Object.entries(exclusion));
  const constrained = [...new Set(exclusions.flatMap((exclusion) => exclusion.map(([factor]) => factor)))];
  const withFactor = (factor: string): readonly Exclusion[] =>
    exclusions.filter((exclusion) => exclusion.some(([name]) => name === factor));
  const constrainedWith = new Map(
    constrained.map((factor) => [
      factor,
      [...new Set(withFactor(factor).flatMap((each) => each.map(([name]) => name)))],
    ]),
  );
  /** Choices that together rule an alternative out, by `factor=alternative`. */
  const excludedWith = new Map<string, Exclusion[]>();
  for (const exclusion of exclusions) {
    for (const choice of exclusion) {
      const key = choice.join("=");
      const others = exclusion.filter((other) => other !== choice);
      excludedWith.set(key, [...(excludedWith.get(key) ?? []), others]);
    }
  }
  const isForbidden = (chosen: Choices, factor: string, alternative: string): boolean =>
    (excludedWith.get(`${factor}=${alternative}`) ?? []).some((others) =>
      others.every(([name, other]) => chosen[name] === other),
    );
  return (chosen, factor) =>
    // An alternative of every factor must be left, or the search would notice only after all others.
    (factor === undefined ? constrained : (constrainedWith.get(factor) ?? [])).every((each) =>
      (chosen[each] === undefined ? (factors[each] ?? []) : [chosen[each]]).some(
        (alternative) => !isForbidden(chosen, each, alternative),
      ),
    );
}
