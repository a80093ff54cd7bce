import * as z from "zod";
import type { SettingsProblem } from "../fields/settings-problem";
import { stackFields } from "../fields/stack-fields";
import { stackSettings, type Settings } from "../fields/stack-settings";
import { tokenSettings } from "../fields/token-settings";
import { defaultNotes } from "../notes/default-notes";
import { optionNotes } from "../notes/option-notes";
import { refreshTokenNotes } from "../notes/refresh-token-notes";
import { versionNotes } from "../notes/version-notes";
import { secretUseProblems } from "../problems/secret-uses";
import { SettingsError } from "../problems/settings-error";
import { stackProblems } from "../problems/stack-problems";
import { parseFields } from "./parse-fields";
import { parseToken } from "./parse-token";

/** Tokens are read one by one, so that an invalid one does not hide problems of the others. */
const fields = { ...stackFields, tokens: z.array(z.unknown()).meta(stackFields.tokens.meta() ?? {}) };

/**
 * Checks a stack's configuration and returns it as one read-only object.
 *
 * `raw` holds the project's keys without its namespace; values are text, as Pulumi passes them (lists and objects as
 * JSON), or the values of a parsed YAML stack file. An empty value counts as not set.
 *
 * `notes` are remarks for the user that are not errors.
 *
 * @throws {SettingsError} with every problem, and without any value that may be a secret.
 */
export function parseSettings(raw: Readonly<Record<string, unknown>>): {
  settings: Settings;
  notes: readonly string[];
} {
  const stack = parseFields(fields, raw, "");
  const parsedTokens = listOf(stack.decoded.tokens).map((token, index) => parseToken(token, `tokens[${index}]`));
  const problems: SettingsProblem[] = [
    ...stack.problems,
    ...stackProblems(stack),
    ...parsedTokens.flatMap((token) => token.problems),
    ...secretUseProblems(parsedTokens, listOf(stack.decoded.allowedSecretNames)),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  const tokens = parsedTokens.map(({ keys }) => tokenSettings(keys));
  const settings = stackSettings(stack.decoded, tokens);
  const notes = [
    ...versionNotes(tokens),
    ...optionNotes(tokens, settings.existingRoleIds),
    ...refreshTokenNotes(tokens),
    ...defaultNotes(parsedTokens),
  ];
  return { settings, notes };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
