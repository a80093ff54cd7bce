import { UsageError } from "../../language-host";
import type { ConsumerKeys } from "../fields/consumer-keys";
import { consumerSettings, type ConsumerSettings } from "../fields/consumer-settings";
import type { TokenSettings } from "../fields/token-settings";
import { consumerRelationProblems } from "../problems/consumer-relations";
import { listProblems } from "../problems/settings-error";
import { parseConsumer } from "./parse-consumer";

/** What a consumer needs to know of its token. Keys that are absent are not checked. */
export type TokenOfConsumer = Pick<TokenSettings, "secretName"> &
  Partial<Pick<TokenSettings, "skipWhileFresh" | "instanceUrl" | "intervalMinutes">>;

/**
 * Checks the keys of a consumer outside a stack file, as argument `consumer` of a component.
 *
 * @param token of the argument `refresh`
 * @param component that has the arguments, for the error's message
 * @throws {UsageError} that lists every problem
 */
export function checkConsumer(
  keys: Omit<ConsumerKeys, "name" | "token">,
  token: TokenOfConsumer,
  component: string,
): ConsumerSettings {
  // The component has a name already, and its token.
  const parsed = parseConsumer({ ...keys, name: "consumer", token: token.secretName }, "consumer");
  const tokens = [{ path: "refresh.token", values: token }];
  const problems = [...parsed.problems, ...consumerRelationProblems([parsed], tokens)];
  if (problems.length > 0) throw new UsageError(listProblems(`the arguments of ${component}`, problems));
  return consumerSettings(parsed.keys, token.secretName);
}
