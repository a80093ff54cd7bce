import { closest, distance } from "fastest-levenshtein";

/**
 * The known name that a mistyped one is likely to mean, whatever its case.
 *
 * @returns undefined if every known name differs in more than half of its characters, or in more than 3
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const given = name.slice(0, 64).toLowerCase();
  const lowerCase = known.map((each) => each.toLowerCase());
  const found = closest(given, lowerCase);
  return distance(given, found) <= Math.min(3, found.length / 2) ? known[lowerCase.indexOf(found)] : undefined;
}
