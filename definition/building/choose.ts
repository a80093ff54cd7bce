/** A condition and the result to use if it is true; both are expressions. */
export type Case = readonly [condition: string, result: string];

/** Nested `if` expression: the result of the first condition that is true. */
export function choose(cases: readonly Case[], otherwise: string): string {
  return cases.reduceRight((rest, [condition, result]) => `if(${condition}, ${result}, ${rest})`, otherwise);
}
