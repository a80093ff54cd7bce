import type { Choices } from "../pairwise/factors";

/** Factors that are named by their alternatives, and others by words for single alternatives, in this order. */
const named = ["tokenUrl", "grantType", "clientAuthentication", "writePath", "authorizationModel"];
const words: readonly (readonly [factor: string, alternative: string, word: string])[] = [
  ["vault", "existing", "existing vault"],
  ["resourceGroup", "existing", "existing group"],
  ["grantScope", "vault", "at the vault"],
  ["existingRoleIds", "get", "a role"],
  ["existingRoleIds", "all", "roles"],
  ["identity", "user", "user identity"],
  ["skipWhileFresh", "true", "skips"],
  ["disableSupersededVersions", "true", "disables"],
  ["instanceUrl", "tag", "URL in tag"],
  ["instanceUrl", "secret", "URL in secret"],
  ["refreshOperators", "one", "operator"],
  ["refreshOperators", "of each type", "operators"],
  ["alerts", "false", "no alerts"],
  ["tokens", "one more of the client", "twin"],
  ["tokens", "one more of another server", "two servers"],
  ["cloud", "usgovernment", "Azure Government"],
  ["cloud", "china", "China"],
  ["consumers", "of a topic", "consumer"],
  ["consumers", "of a subscription", "consumer of a subscription"],
  ["consumers", "two of a token", "two consumers"],
];

/** Describes the options of a stack that matter most; `--json` has all. */
export function describeOptions(choices: Choices): string {
  const chosen = named.flatMap((factor) => {
    const alternative = choices[factor] ?? "unset";
    return alternative === "unset" ? [] : [alternative];
  });
  return [
    ...chosen,
    ...words.flatMap(([factor, alternative, word]) => (choices[factor] === alternative ? [word] : [])),
  ].join(", ");
}
