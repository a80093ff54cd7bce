import type { Choices, Factors } from "../../pairwise/factors";
import { withLocationOfCloud } from "./cloud-locations";
import { consumers, type ConsumerKeys } from "./consumers";
import { otherTokens } from "./other-tokens";
import { stackFactors, type StackKeys } from "./stack-factors";
import { tokenFactors, type TokenKeys } from "./token-factors";
import { tokenServers, type TokenServer, type TokenServerName } from "./token-servers";

/** Every factor of the matrix, with the names of its alternatives. */
export const matrixFactors: Factors = Object.fromEntries(
  Object.entries({ ...tokenFactors, tokens: otherTokens, consumers, ...stackFactors }).map(([factor, alternatives]) => [
    factor,
    Object.keys(alternatives),
  ]),
);

/** A stack's settings, as in a stack file without the project's namespace. */
export interface MatrixSettings extends StackKeys {
  readonly tokens: readonly TokenKeys[];
  readonly consumers?: readonly ConsumerKeys[];
}

/** Makes the settings of a combination of the matrix. */
export function settingsFor(choices: Choices): MatrixSettings {
  const server: TokenServer = tokenServers[choices["tokenUrl"] as TokenServerName];
  const chosen = <T>(factors: Readonly<Record<string, Readonly<Record<string, T>>>>): readonly T[] =>
    Object.entries(factors).flatMap(([factor, alternatives]) => alternatives[choices[factor] ?? ""] ?? []);
  const token: TokenKeys = Object.assign({}, ...chosen(tokenFactors).map((choice) => choice(server))) as TokenKeys;
  const [others = () => []] = chosen({ tokens: otherTokens });
  const [consumersOf = () => []] = chosen({ consumers });
  const consumerKeys = consumersOf(token);
  return {
    tokens: [token, ...others(token)],
    ...(consumerKeys.length === 0 ? {} : { consumers: consumerKeys }),
    ...withLocationOfCloud(Object.assign({}, ...chosen(stackFactors)) as StackKeys),
  };
}
