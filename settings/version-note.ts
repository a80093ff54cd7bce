import type { TokenSettings } from "./settings";

/** Versions of a secret beyond which it cannot be backed up: https://learn.microsoft.com/azure/key-vault/general/backup */
const backupLimit = 500;

/**
 * When the tokens' secrets have as many versions as Key Vault backs up: one note for all tokens that it is the same for.
 */
export function versionNotes(tokens: readonly TokenSettings[]): readonly string[] {
  const paths = new Map<string, string[]>();
  for (const [index, token] of tokens.entries()) {
    const note = versionNote(token);
    const known = paths.get(note);
    if (known === undefined) paths.set(note, [`tokens[${index}]`]);
    else known.push(`tokens[${index}]`);
  }
  return [...paths].map(([note, among]) => `${listed(among)}: ${note}`);
}

function versionNote(token: TokenSettings): string {
  const also = [
    ...(token.instanceUrl === "secret" ? ["of its instance URL"] : []),
    ...(token.grantType === "refresh_token" ? ["of its refresh token, if the server rotates it,"] : []),
  ];
  return (
    `its secret has ${backupLimit} versions about ${duration(backupLimit * token.intervalMinutes)} after the first refresh ` +
    `(one every ${token.intervalMinutes} min)${also.length === 0 ? "" : `; so has the secret ${also.join(" and that ")}`.replace(/,$/, "")}. ` +
    "Key Vault cannot back up a secret with more, nor delete past versions."
  );
}

/** The first three, and how many more there are. */
function listed(paths: readonly string[]): string {
  const more = paths.length - 3;
  return [...paths.slice(0, 3), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

function duration(minutes: number): string {
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(minutes / 1440)} days`;
}
