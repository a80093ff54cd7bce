import type { Arguments } from "./arguments";

/** The text in one case, of the same length, so that positions in it hold for the text. */
export function foldCase(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper;
  return Array.from({ length: text.length }, (_, index) => {
    const character = text.charAt(index);
    return character.toUpperCase().length === 1 ? character.toUpperCase() : character;
  }).join("");
}

/** With nothing to search for, the last index; in nothing, -1; nothing in nothing, 0. */
export function lastIndexOf(text: string, search: string): number {
  if (search === "") return Math.max(0, text.length - 1);
  return foldCase(text).lastIndexOf(foldCase(search));
}

/** A negative occurrence counts from the end. Occurrences may overlap. */
export function nthIndexOf(given: Arguments): number {
  const [text, search, occurrence] = [foldCase(given.text(0)), foldCase(given.text(1)), given.index(2)];
  if (search === "" || occurrence === 0) throw given.failure("argument 2 is empty, or argument 3 is zero");
  const found: number[] = [];
  for (let at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) found.push(at);
  return found.at(occurrence > 0 ? occurrence - 1 : occurrence) ?? -1;
}

/** Negative indexes count from the end; an end before the start gives nothing. */
export function slice(given: Arguments): string {
  return given.text(0).slice(given.index(1), given.has(2) ? given.index(2) : undefined);
}
