import { foldText, findTexts } from "../data-flow";
import { knownShape } from "./known-shapes";
import { literalTexts } from "./literal-texts";
import type { Randomness } from "./random-text";
import { holdsRandomText } from "./random-text";

/** A credential where it was found. Never the credential itself. */
export interface FoundCredential {
  readonly path: string;
  /** What it looks like. */
  readonly what: string;
}

/** Shorter texts are of no known shape. */
const shortest = 10;

/** What texts look like, for as long as one configuration is asked about: workflows of a stack have most in common. */
const known = new WeakMap<Randomness, Map<string, string | undefined>>();

/** Every text of a JSON value that looks like a credential, by known shapes and by randomness; one a path. */
export function findCredentials(value: unknown, root: string, randomness: Randomness): readonly FoundCredential[] {
  const texts = known.get(randomness) ?? new Map<string, string | undefined>();
  known.set(randomness, texts);
  const found = new Map<string, string>();
  for (const { path, text } of findTexts(value, root)) {
    if (text.length < shortest) continue;
    if (!texts.has(text)) texts.set(text, describe(text, randomness));
    const what = texts.get(text);
    if (what !== undefined && !found.has(path())) found.set(path(), what);
  }
  return [...found].map(([path, what]) => ({ path, what }));
}

function describe(text: string, randomness: Randomness): string | undefined {
  for (const literal of literalTexts(text)) {
    const what = knownShape(literal) ?? (holdsRandomText(literal, randomness) ? "a random text" : undefined);
    if (what !== undefined && literal.length >= shortest) return what;
  }
  return undefined;
}

/** Words before a credential that are none. */
const scheme = /^\s*(bearer|basic|apikey|key|token|sharedaccesssignature|sharedkey)\b\s*/i;

/** Whether a string of a definition that stands where a credential belongs is one, rather than an expression for it. */
export function isLiteralCredential(text: string): boolean {
  const pieces = foldText(text, new Map());
  return pieces.length > 0 && pieces.every((piece) => typeof piece === "string" && piece.replace(scheme, "") !== "");
}
