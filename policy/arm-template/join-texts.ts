import { combined, Undecided, undecidedIn, UndecidedText, uniqueKey } from "./undecided";

/** Longer texts and lists come of expressions that double something again and again. */
const longest = 1_000_000;

/** Joins texts, numbers and undecided values to one text. */
export function joinTexts(values: readonly unknown[]): string | Undecided {
  const parts: (string | Undecided)[] = [];
  let length = 0;
  for (const value of values) {
    for (const part of value instanceof UndecidedText ? value.parts : [value]) {
      if (typeof part === "object" && !(part instanceof Undecided)) return noText(values, "a part is no text");
      const piece = typeof part === "string" || part instanceof Undecided ? part : `${part as number | boolean}`;
      length += piece instanceof Undecided ? piece.key.length : piece.length;
      if (length > longest) return noText(values, "a text is too long");
      const before = parts.at(-1);
      if (typeof piece === "string" && typeof before === "string") parts[parts.length - 1] = before + piece;
      else parts.push(piece);
    }
  }
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  return parts.length === 1 && parts[0] instanceof Undecided ? parts[0] : new UndecidedText(parts);
}

function noText(values: readonly unknown[], why: string): Undecided {
  return new Undecided(uniqueKey(why), why, combined(undecidedIn(values)));
}

/** Splits a text at a separator; its undecided parts stay whole. */
export function splitText(value: unknown, separator: string): readonly unknown[] {
  if (typeof value === "string") return value.split(separator);
  if (!(value instanceof UndecidedText)) return [value];
  const segments: unknown[][] = [[]];
  for (const part of value.parts) {
    if (typeof part !== "string") segments.at(-1)?.push(part);
    else {
      const [first = "", ...others] = part.split(separator);
      if (first !== "") segments.at(-1)?.push(first);
      for (const other of others) segments.push(other === "" ? [] : [other]);
    }
  }
  return segments.map((parts) => joinTexts(parts));
}
