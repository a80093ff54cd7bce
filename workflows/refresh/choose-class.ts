import type { FailureClass } from "./failure-classes";

/** A condition, and the class that it means. */
export type FailureCase = readonly [condition: string, code: FailureClass];

/** Nested `if`: the class of the first condition that holds. */
export function chooseClass(cases: readonly FailureCase[], otherwise: string): string {
  return choose(
    cases.map(([condition, code]) => [condition, `'${code}'`]),
    otherwise,
  );
}

/** Nested `if`: the expression of the first condition that holds. */
export function choose(cases: readonly (readonly [condition: string, code: string])[], otherwise: string): string {
  return cases.reduceRight((rest, [condition, code]) => `if(${condition}, ${code}, ${rest})`, otherwise);
}
