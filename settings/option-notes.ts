import type { TokenSettings } from "./settings";

/** What options of tokens cannot do, or ask of others. */
export function optionNotes(tokens: readonly TokenSettings[], rolesExist: boolean): readonly string[] {
  return tokens.flatMap((token, index) => [
    ...skipNote(token).map((note) => `tokens[${index}]: ${note}`),
    ...(token.disableSupersededVersions && rolesExist
      ? [
          `tokens[${index}]: disableSupersededVersions also needs Microsoft.KeyVault/vaults/secrets/update/action; ` +
            "the role of existingRoleIds that has set must give it.",
        ]
      : []),
  ]);
}

function skipNote(token: TokenSettings): readonly string[] {
  const { skipWhileFresh, intervalMinutes, marginMinutes, assumedLifetimeMinutes } = token;
  const needed = 2 * intervalMinutes + marginMinutes;
  if (!skipWhileFresh || assumedLifetimeMinutes >= needed) return [];
  return [
    `skipWhileFresh skips no run of a token that lives ${assumedLifetimeMinutes} min: at least two intervals and the ` +
      `margin (${needed} min) are needed. Refresh more often, or leave it out.`,
  ];
}
