import type { Arguments } from "./arguments";

/**
 * The text in another case, character by character, as .NET maps it. Refused where .NET and Unicode's full mapping may
 * differ: a character that becomes several, one beyond 16 bits, and the Greek sigma, which depends on its place.
 * Source: https://learn.microsoft.com/dotnet/api/system.string.toupperinvariant
 */
export function changeCase(given: Arguments, change: (text: string) => string): string {
  const text = given.text(0);
  if (/^[\0-\x7f]*$/.test(text)) return change(text);
  return Array.from(text, (character) => {
    const changed = change(character);
    if (changed === character) return character;
    if (changed.length !== 1 || character.length !== 1 || character === "\u03a3") {
      throw given.unknown("with a character whose other case is not known");
    }
    return changed;
  }).join("");
}
