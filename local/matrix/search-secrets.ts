import { searchForSecrets } from "../leak-search";
import type { Place } from "../proofs/no-leak";
import type { Seen } from "./matrix-stack";

/** Searches what a developer's machine keeps of a stack for its secrets. */
export function searchPlaces(secrets: readonly string[], places: readonly Place[]): Seen {
  if (secrets.length === 0) return { held: false, seen: "no secret is known to search for" };
  const leaks = searchForSecrets({ secrets, places });
  const found = [...new Set(leaks.map(({ place, encoding }) => `${place} (${encoding})`))];
  return found.length === 0
    ? { held: true, seen: `${secrets.length} in none of ${places.length} texts` }
    : { held: false, seen: `found in ${found.join(", ")}` };
}
