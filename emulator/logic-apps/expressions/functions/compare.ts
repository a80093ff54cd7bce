import type { Arguments } from "./arguments";

/**
 * Compares two arguments, both numbers or both strings (by UTF-16 code units).
 *
 * @returns below, above or equal to 0, as for sorting
 */
export function compare(given: Arguments, left: number, right: number): number {
  if (typeof given.values[left] === "string") return order(given.text(left), given.text(right));
  return order(given.number(left), given.number(right));
}

function order<Comparable extends string | number | bigint>(left: Comparable, right: Comparable): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
