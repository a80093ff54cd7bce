import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings/parse/parse-settings";
import { SettingsError } from "../../../settings/problems/settings-error";
import { consumerFields } from "../../../settings/fields/consumer-fields";
import { stackFields } from "../../../settings/fields/stack-fields";
import { tokenFields } from "../../../settings/fields/token-fields";
import { leastConsumer, leastToken, refreshToken } from "../settings-under-test";

/** Everything that a user would see: all messages and paths, or the notes. */
function shownFor(raw: Readonly<Record<string, unknown>>): string {
  try {
    return parseSettings(raw).notes.join("\n");
  } catch (error) {
    if (error instanceof SettingsError) return `${error.message}\n${error.stack ?? ""}`;
    throw error;
  }
}

/** Long enough not to be found by chance in a message or in a stack's paths. */
const secret = fc.oneof(
  fc.string({ minLength: 20, maxLength: 120 }).filter((text) => text.trim().length >= 20),
  fc.base64String({ minLength: 20, maxLength: 120 }),
  fc.stringMatching(/^[0-9A-F]{64}$/),
  fc.stringMatching(/^[0-9]{19}$/),
  fc.stringMatching(/^[a-zA-Z0-9-]{20,40}$/),
  fc.uuid(),
);

describe("The settings never show", () => {
  it("a secret that stands where the name of a secret belongs", () => {
    const slot = fc.constantFrom("secretName", "clientIdSecretName", "clientSecretName", "refreshTokenSecretName");
    fc.assert(
      fc.property(secret, slot, fc.boolean(), (planted, key, alsoAllowed) => {
        const tokens = [
          { ...leastToken, [key]: planted },
          { ...refreshToken, [key]: planted },
        ];
        const shown = shownFor({ tokens, ...(alsoAllowed ? { allowedSecretNames: [planted, planted] } : {}) });
        assert.equal(shown.includes(planted), false);
      }),
      { numRuns: 300 },
    );
  });

  it("a secret that stands anywhere else", () => {
    // A key of letters alone is shown, as the slip of the pen that it nearly always is.
    const withDigit = secret.filter((text) => /\d/.test(text));
    const tokenKey = fc.constantFrom(
      ...Object.keys(tokenFields),
      "clientSecret",
      "refresh_token",
      "password",
      "clientsecrt",
    );
    const stackKey = fc.constantFrom(...Object.keys(stackFields), "secret", "tokn");
    const consumerKey = fc.constantFrom(...Object.keys(consumerFields), "token_value");
    fc.assert(
      fc.property(
        withDigit,
        tokenKey,
        consumerKey,
        stackKey,
        fc.boolean(),
        (planted, inToken, inConsumer, inStack, inList) => {
          const value = inList ? [planted, { [planted]: planted }] : planted;
          const shown = shownFor({
            tokens: [{ ...leastToken, [inToken]: value }, planted],
            consumers: [{ ...leastConsumer, [inConsumer]: value, fields: { [planted]: planted } }, planted],
            [inStack]: value,
          });
          assert.equal(shown.includes(planted), false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("a secret of a token URL", () => {
    for (const tokenUrl of [
      "https://client:correct-horse@example.com/token",
      "https://example.com/token?client_secret=correct-horse",
      "https://example.com/token#correct-horse",
      "correct-horse:battery",
      "correct-horse",
    ]) {
      const shown = shownFor({ tokens: [{ ...leastToken, tokenUrl }] });
      assert.match(shown, /tokens\[0\]\.tokenUrl: /);
      assert.equal(shown.includes("correct-horse"), false);
    }
  });

  it("anything but problems, whatever is given", () => {
    const anything = fc.anything({ maxDepth: 3, withNullPrototype: true });
    const key = fc.oneof(fc.constantFrom(...Object.keys(stackFields)), fc.string());
    const token = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(tokenFields)), fc.string()), anything);
    fc.assert(
      fc.property(
        fc.dictionary(key, anything),
        fc.array(fc.oneof(token, anything), { maxLength: 3 }),
        (raw, tokens) => {
          assert.equal(typeof shownFor(raw), "string");
          assert.equal(typeof shownFor({ ...raw, tokens }), "string");
        },
      ),
      { numRuns: 300 },
    );
  });
});
