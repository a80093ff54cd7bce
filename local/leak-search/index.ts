import { NeedleSearch, shortestNeedle } from "./needle-search";
import { secretForms, type SecretForm } from "./secret-forms";
import { unescapedTexts, type Escaping, type UnescapedText } from "./unescaped-texts";

/** A secret that was found where it should not be. */
export interface Leak {
  readonly place: string;
  /** Which of the secrets: its index. */
  readonly secret: number;
  /** How it was written, outermost first, such as `plain`, `base64`, `json+url` or `url+base64`. */
  readonly encoding: string;
}

/** Secrets to search for, and texts to search. */
export interface LeakSearchOptions {
  /** Each with at least 8 characters. */
  readonly secrets: readonly string[];
  readonly places: readonly { readonly name: string; readonly content: string }[];
}

/**
 * Searches texts for secrets: as they are, in base64 and base64url at any offset within a longer text, in hexadecimal,
 * and each of these in a text that is URL-encoded, in JSON strings or in HTML, two deep. Not found: a secret that is compressed,
 * encrypted, cut in two, or in two layers of base64.
 *
 * Each secret, place and form is reported once, with the fewest escapings.
 * @throws {RangeError} for a secret with fewer than 8 characters, which would be found by chance
 */
export function searchForSecrets(options: LeakSearchOptions): readonly Leak[] {
  const search = new NeedleSearch<Meaning>();
  options.secrets.forEach((secret, index) => {
    if (secret.length < shortestNeedle) {
      throw new RangeError(
        `Secret ${index} has ${secret.length} characters, and would be found by chance: ` +
          `search for secrets with ${shortestNeedle} characters or more.`,
      );
    }
    for (const [needle, form] of secretForms(secret)) search.add(needle, { secret: index, form });
  });
  // A form differs from other URL encoding in its spaces only.
  const hasSpaces = options.secrets.some((secret) => secret.includes(" "));
  const escapings: readonly Escaping[] = ["url", "json", "html", ...(hasSpaces ? (["form"] as const) : [])];
  return options.places.flatMap(({ name, content }) => searchPlace(name, unescapedTexts(content, escapings), search));
}

interface Meaning {
  readonly secret: number;
  readonly form: SecretForm;
}

function searchPlace(place: string, texts: readonly UnescapedText[], search: NeedleSearch<Meaning>): readonly Leak[] {
  const leaks = new Map<string, Leak>();
  for (const { text, escapings } of texts) {
    for (const { secret, form } of search.in(text)) {
      const key = `${secret} ${form}`;
      if (!leaks.has(key)) leaks.set(key, { place, secret, encoding: describeEncoding(escapings, form) });
    }
  }
  return [...leaks.values()].sort((one, other) => one.secret - other.secret);
}

function describeEncoding(escapings: readonly Escaping[], form: SecretForm): string {
  const layers = [...escapings, ...(form === "plain" && escapings.length > 0 ? [] : [form])];
  return layers.join("+");
}
