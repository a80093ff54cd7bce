import type { TokenSettings } from "./settings";

/** What options of tokens cannot do, or ask of others. */
export function optionNotes(
  tokens: readonly TokenSettings[],
  existingRoleIds: Readonly<Record<string, string | undefined>> | undefined,
): readonly string[] {
  return tokens.flatMap((token, index) =>
    [...skipNote(token), ...roleNote(token, existingRoleIds)].map((note) => `tokens[${index}]: ${note}`),
  );
}

function roleNote(
  { disableSupersededVersions, writePath }: TokenSettings,
  roleIds: Readonly<Record<string, string | undefined>> | undefined,
): readonly string[] {
  const role = writePath === "http" ? "get,set,update" : "get,update";
  return disableSupersededVersions && roleIds !== undefined && roleIds[role] === undefined
    ? [`disableSupersededVersions needs a role that existingRoleIds does not have, ${role}; a custom role is created.`]
    : [];
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
