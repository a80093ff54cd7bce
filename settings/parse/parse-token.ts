import type { ParsedFields } from "../fields/parsed-fields";
import type { SettingsProblem } from "../fields/settings-problem";
import { tokenFields } from "../fields/token-fields";
import { tokenProblems } from "../problems/token-problems";
import { parseFields } from "./parse-fields";

/** The valid keys of a token, its path, and its own problems. */
export interface ParsedToken {
  readonly path: string;
  readonly values: ParsedFields<typeof tokenFields>["values"];
  /** Keys that were set, for {@link tokenSettings}. */
  readonly keys: unknown;
  readonly problems: readonly SettingsProblem[];
}

/** Reads one entry of `tokens`. */
export function parseToken(raw: unknown, path: string): ParsedToken {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    return {
      path,
      values: {},
      keys: {},
      problems: [{ path, message: "is not an object. Expected secretName, tokenUrl and the other keys of a token." }],
    };
  }
  const parsed = parseFields(tokenFields, raw as Readonly<Record<string, unknown>>, path);
  return {
    path,
    values: parsed.values,
    keys: parsed.decoded,
    problems: [...parsed.problems, ...tokenProblems(parsed, path)],
  };
}
