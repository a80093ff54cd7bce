import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastRefreshToken, leastToken } from "../../stack-configuration";

const notesOf = (...tokens: readonly object[]): readonly string[] =>
  parseSettings({ tokens }).notes.filter((note) => note.includes("SecretNearExpiry"));

describe("Notes on refresh tokens", () => {
  it("name the tokens whose refresh token can expire, and the event that announces it", () => {
    assert.deepEqual(notesOf(leastToken, leastRefreshToken), [
      "tokens[1]: a rotated refresh token gets an expiry if the token server states its lifetime. Key Vault announces the " +
        "expiry by the event Microsoft.KeyVault.SecretNearExpiry: subscribe to it (docs/operations/alerts.md#a-refresh-token-that-expires).",
    ]);
  });

  it("are none without a refresh token", () => {
    assert.deepEqual(notesOf(leastToken), []);
  });
});
