import type { TokenSettings } from "../fields/token-settings";
import { groupNotes } from "./group-notes";

/**
 * Notes on who is told before a refresh token expires: nobody, unless somebody subscribes to the vault's event.
 * https://learn.microsoft.com/azure/key-vault/general/event-grid-overview
 */
export function refreshTokenNotes(tokens: readonly TokenSettings[]): readonly string[] {
  return groupNotes(
    tokens.flatMap(({ refreshTokenSecretName }, index) =>
      refreshTokenSecretName === undefined
        ? []
        : [
            {
              index,
              note:
                "a rotated refresh token gets an expiry if the token server states its lifetime. Key Vault announces the " +
                "expiry by the event Microsoft.KeyVault.SecretNearExpiry: subscribe to it (docs/operations/alerts.md#a-refresh-token-that-expires).",
            },
          ],
    ),
    3,
  );
}
