import { UsageError } from "../../language-host";
import type { TokenKeys } from "../fields/token-keys";
import { tokenSettings, type TokenSettings } from "../fields/token-settings";
import { secretUseProblems } from "../problems/secret-uses";
import { listProblems } from "../problems/settings-error";
import { parseToken } from "./parse-token";

/**
 * Checks the keys of a token outside a stack file, as argument `token` of a component.
 *
 * @param component that has the argument, for the error's message
 * @throws {UsageError} that lists every problem
 */
export function checkToken(keys: TokenKeys, component: string): TokenSettings {
  const parsed = parseToken(keys, "token");
  const problems = [...parsed.problems, ...secretUseProblems([parsed], [])];
  if (problems.length > 0) throw new UsageError(listProblems(`the arguments of ${component}`, problems));
  return tokenSettings(parsed.keys);
}
