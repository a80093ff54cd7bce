import type { TokenSettings } from "./settings";

/** Versions of a secret beyond which it cannot be backed up: https://learn.microsoft.com/azure/key-vault/general/backup */
const backupLimit = 500;

/** When a token's secret has as many versions as Key Vault backs up; `path` is the token's. */
export function versionNote(token: TokenSettings, path: string): string {
  const also = [
    ...(token.instanceUrl === "secret" ? ["of its instance URL"] : []),
    ...(token.grantType === "refresh_token" ? ["of its refresh token, if the server rotates it,"] : []),
  ];
  return (
    `${path}: its secret has ${backupLimit} versions about ${duration(backupLimit * token.intervalMinutes)} after the first refresh ` +
    `(one every ${token.intervalMinutes} min)${also.length === 0 ? "" : `; so has the secret ${also.join(" and that ")}`.replace(/,$/, "")}. ` +
    "Key Vault cannot back up a secret with more, nor delete past versions."
  );
}

function duration(minutes: number): string {
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(minutes / 1440)} days`;
}
