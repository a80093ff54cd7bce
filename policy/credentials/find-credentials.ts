import { foldText, findTexts } from "../data-flow";
import { isIdentifierName } from "./identifiers";
import { knownShape } from "./known-shapes";
import { literalTexts } from "./literal-texts";
import type { Randomness } from "./random-text";
import { holdsRandomText } from "./random-text";
import { isCredentialName } from "./secret-names";

/** A credential where it was found. Never the credential itself. */
export interface FoundCredential {
  readonly path: string;
  /** Kind of credential, for the report. */
  readonly what: string;
}

/** Shorter texts are of no known shape. */
const shortest = 10;

/** Descriptions of texts, cached per configuration: the workflows of a stack have most texts in common. */
const known = new WeakMap<Randomness, Map<string, string | undefined>>();

/** Every text of a JSON value that looks like a credential, by known shapes and by randomness; one a path. */
export function findCredentials(value: unknown, root: string, randomness: Randomness): readonly FoundCredential[] {
  const texts = known.get(randomness) ?? new Map<string, string | undefined>();
  known.set(randomness, texts);
  const found = new Map<string, string>();
  // What is nothing where a credential is expected is nothing anywhere, which most texts are.
  const isSuspect = (text: string): boolean => {
    if (text.length < shortest) return false;
    if (!texts.has(text)) texts.set(text, describe(text, randomness, "credential"));
    return texts.get(text) !== undefined;
  };
  for (const placed of findTexts(value, root, isSuspect)) {
    const { text } = placed;
    const name = placed.name();
    const kind = isCredentialName(name) ? "credential" : isIdentifierName(name) ? "identifier" : "other";
    const what = kind === "credential" ? texts.get(text) : describe(text, randomness, kind);
    if (what === undefined) continue;
    const path = placed.path();
    if (!found.has(path)) found.set(path, what);
  }
  return [...found].map(([path, what]) => ({ path, what }));
}

function describe(
  text: string,
  randomness: Randomness,
  kind: "credential" | "identifier" | "other",
): string | undefined {
  for (const literal of literalTexts(text)) {
    const isRandom = kind !== "identifier" && holdsRandomText(literal, randomness, kind === "credential");
    const what = knownShape(literal) ?? (isRandom ? "a random text" : undefined);
    if (what !== undefined && literal.length >= shortest) return what;
  }
  return undefined;
}

/** Words before a credential that are none. */
const scheme = /^\s*(bearer|basic|apikey|key|token|sharedaccesssignature|sharedkey)\b\s*/i;

/** Values of headers that are called tokens and are none, such as X-Atlassian-Token: no-check, X-CSRF-Token: Fetch. */
const wordsInTheirPlace = /^\s*(?:no-?check|fetch|required|true|false|none|null|yes|no)\s*$/i;

/** Checks whether a string of a definition that stands where a credential belongs is one, rather than an expression for it. */
export function isLiteralCredential(text: string): boolean {
  if (wordsInTheirPlace.test(text)) return false;
  const pieces = foldText(text, new Map());
  return pieces.length > 0 && pieces.every((piece) => typeof piece === "string" && piece.replace(scheme, "") !== "");
}
