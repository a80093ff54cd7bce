/** Names of the alternatives of each factor; the first is the usual one. */
export type Factors = Readonly<Record<string, readonly string[]>>;

/** An alternative for each of some factors. */
export type Choices = Readonly<Record<string, string>>;

/** Tests that some choices contain all of others. */
export function contains(choices: Choices, others: Choices): boolean {
  // Asked some million times: a list of the entries would take longer than the comparison.
  for (const factor in others) if (choices[factor] !== others[factor]) return false;
  return true;
}

/** Lists the alternatives of every so many factors together, such as every pair for a size of 2. */
export function tuplesOf(factors: Factors, size: number): readonly Choices[] {
  const entries = Object.entries(factors);
  const extend = (chosen: Choices, from: number, left: number): readonly Choices[] => {
    if (left === 0) return [chosen];
    return entries
      .slice(from)
      .flatMap(([factor, alternatives], index) =>
        alternatives.flatMap((alternative) => extend({ ...chosen, [factor]: alternative }, from + index + 1, left - 1)),
      );
  };
  return extend({}, 0, size);
}
