import { withoutIdentifiers } from "./identifiers";

/** From where on a text counts as random. */
export interface Randomness {
  /** Shorter runs of letters and digits are no keys. */
  readonly minimumLength: number;
  /** Shannon's, in bits a character. */
  readonly minimumEntropy: number;
}

/**
 * Checks whether a text holds a part that only a generator writes: long, rich in characters, and changing between letters
 * and digits at least four times, as keys do and names do not.
 *
 * Identifiers are not keys: GUIDs, resource ids, digests, images, the ids of Microsoft 365's objects in their addresses,
 * the 8 digits that Pulumi adds to names.
 *
 * @param mayBeHexadecimal whether a part of hexadecimal digits alone counts, which is a digest or a version elsewhere
 */
export function holdsRandomText(
  text: string,
  { minimumLength, minimumEntropy }: Randomness,
  mayBeHexadecimal: boolean,
): boolean {
  if (!/[A-Za-z0-9]{8}/.test(text) || !/\d/.test(text)) return false;
  const candidates = withoutIdentifiers(text).match(/[A-Za-z0-9]+/g) ?? [];
  return candidates.some((candidate) => {
    if (candidate.length < minimumLength) return false;
    if (!mayBeHexadecimal && /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(candidate)) return false;
    const part = candidate.replace(/(?<=^[A-Za-z]+\d{0,2})[0-9a-f]{8}$/, "");
    if (part.length < minimumLength) return false;
    const runs = part.match(/\d+|\D+/g) ?? [];
    return runs.length > 4 && entropy(part) >= minimumEntropy;
  });
}

/** Shannon's entropy in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
