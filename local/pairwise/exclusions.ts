import { contains, type Choices, type Factors } from "./factors";

/** Finds out whether choices can still become a combination that contains none of the exclusions. */
export function exclusionCheck(factors: Factors, excluded: readonly Choices[]): (chosen: Choices) => boolean {
  const byFactor = new Map<string, readonly Choices[]>();
  for (const exclusion of excluded) {
    for (const factor of Object.keys(exclusion)) {
      byFactor.set(factor, [...(byFactor.get(factor) ?? []), exclusion]);
    }
  }
  const isOpen = (chosen: Choices, factor: string): boolean =>
    (factors[factor] ?? []).some((alternative) => {
      const extended = { ...chosen, [factor]: alternative };
      return !(byFactor.get(factor) ?? []).some((exclusion) => contains(extended, exclusion));
    });
  return (chosen) =>
    !excluded.some((exclusion) => contains(chosen, exclusion)) &&
    // An alternative of every other factor must be left, or the search would notice only after all others.
    [...byFactor.keys()].every((factor) => chosen[factor] !== undefined || isOpen(chosen, factor));
}
