import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastToken, refreshToken } from "../settings-under-test";

/** The notes that name changed defaults. */
function notesOf(...tokens: readonly object[]): readonly string[] {
  return parseSettings({
    tokens: tokens.map((token, index) => ({ ...token, secretName: `token-${"abcdef".charAt(index)}` })),
  }).notes.filter((note) => note.includes("defaults have changed"));
}

const elsewhere = { ...leastToken, tokenUrl: "https://login.example.com/oauth2/token" };
const xero = { ...refreshToken, tokenUrl: "https://identity.xero.com/connect/token" };
const instanceUrlNote =
  "as tokenUrl has no host of Salesforce's, defaults have changed: instanceUrl is none, not tag. Set instanceUrl to keep an instance_url, or provider to generic to confirm this.";

describe("Notes on changed defaults", () => {
  it("name each token whose instance URL is no longer stored, and no other", () => {
    assert.deepEqual(notesOf(elsewhere, leastToken, elsewhere), [`tokens[0], tokens[2]: ${instanceUrlNote}`]);
  });

  it("name what a provider's defaults change", () => {
    assert.deepEqual(notesOf(xero), [
      "tokens[0]: as tokenUrl has a host of Xero, defaults have changed: clientAuthentication is basic, not post, intervalMinutes is 15, not 60, assumedLifetimeMinutes is 30, not 120, instanceUrl is none, not tag. Set provider to xero to confirm this, or set the keys.",
    ]);
  });

  it("leave out keys that are set", () => {
    assert.deepEqual(notesOf({ ...elsewhere, instanceUrl: "none" }, { ...elsewhere, instanceUrl: "tag" }), []);
    assert.deepEqual(notesOf({ ...xero, clientAuthentication: "basic", intervalMinutes: 15, instanceUrl: "none" }), [
      "tokens[0]: as tokenUrl has a host of Xero, defaults have changed: assumedLifetimeMinutes is 30, not 120. Set provider to xero to confirm this, or set the keys.",
    ]);
  });

  it("leave out tokens whose provider is set", () => {
    assert.deepEqual(notesOf({ ...elsewhere, provider: "generic" }, { ...xero, provider: "xero" }), []);
  });
});
