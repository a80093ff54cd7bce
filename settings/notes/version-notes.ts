import type { TokenSettings } from "../fields/token-settings";
import { groupNotes } from "./group-notes";

/** Largest number of versions with which Key Vault can back up a secret: https://learn.microsoft.com/azure/key-vault/general/backup */
const backupLimit = 500;

/** Notes on when the tokens' secrets reach the number of versions that Key Vault can back up, grouped by wording. */
export function versionNotes(tokens: readonly TokenSettings[]): readonly string[] {
  return groupNotes(
    tokens.map((token, index) => ({ index, note: versionNote(token) })),
    3,
  );
}

function versionNote(token: TokenSettings): string {
  const also = [
    ...(token.instanceUrl === "secret" ? ["the secret of its instance URL"] : []),
    ...(token.refreshTokenSecretName === undefined
      ? []
      : ["the secret of its refresh token, if the server rotates it"]),
  ];
  return (
    `its secret reaches ${backupLimit} versions about ${duration(backupLimit * token.intervalMinutes)} after the first ` +
    `refresh (one every ${token.intervalMinutes} min)${also.length === 0 ? "" : `, as does ${also.join(" and ")}`}. ` +
    "Key Vault cannot back up a secret with more versions, and cannot delete old ones."
  );
}

function duration(minutes: number): string {
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(minutes / 1440)} days`;
}
