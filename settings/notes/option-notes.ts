import type { TokenSettings } from "../fields/token-settings";

/** Notes on options of tokens that have no effect, or that need more than the settings provide. */
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
    ? [
        `disableSupersededVersions needs the role ${role}, which existingRoleIds does not have. A custom role is created.`,
      ]
    : [];
}

function skipNote(token: TokenSettings): readonly string[] {
  const { skipWhileFresh, intervalMinutes, marginMinutes, assumedLifetimeMinutes } = token;
  const needed = 2 * intervalMinutes + marginMinutes;
  if (!skipWhileFresh || assumedLifetimeMinutes >= needed) return [];
  return [
    `skipWhileFresh never skips a run with a token lifetime of ${assumedLifetimeMinutes} min: it needs at least two ` +
      `intervals plus the margin (${needed} min). Refresh more often, or remove it.`,
  ];
}
