import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import { tokenFields } from "../fields/token-fields";
import { defaultsFor } from "../providers/provider-defaults";
import { tokenProblems } from "../problems/token-problems";
import { parseFields } from "./parse-fields";

/** The valid keys of a token, its path, and its own problems. */
export interface ParsedToken {
  readonly path: string;
  readonly values: ParsedFields<typeof tokenFields>["values"];
  /** Keys that were set and the provider's defaults, for {@link tokenSettings}. */
  readonly keys: unknown;
  /** Names of the keys that were set. */
  readonly given: ReadonlySet<string>;
  readonly problems: readonly SettingsProblem[];
}

/** Reads one entry of `tokens`. */
export function parseToken(raw: unknown, path: string): ParsedToken {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return {
      path,
      values: {},
      keys: {},
      given: new Set(),
      problems: [{ path, message: "is not an object. Expected secretName, tokenUrl and the other keys of a token." }],
    };
  }
  const fields = parseFields(tokenFields, raw as Readonly<Record<string, unknown>>, path);
  const parsed = withProviderDefaults(fields);
  return {
    path,
    values: parsed.values,
    keys: parsed.decoded,
    given: parsed.given,
    problems: [...parsed.problems, ...tokenProblems(parsed, path)],
  };
}

/** Fills in the provider's default of each key that was not set. */
function withProviderDefaults(token: ParsedFields<typeof tokenFields>): ParsedFields<typeof tokenFields> {
  const defaults = Object.fromEntries(
    Object.entries(defaultsFor(token.values)).filter(([key]) => !token.given.has(key)),
  );
  const decoded = Object.fromEntries(Object.entries(token.decoded).filter(([, value]) => value !== undefined));
  return { ...token, values: { ...token.values, ...defaults }, decoded: { ...decoded, ...defaults } };
}
