import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { parseSettings } from "../settings";

const textOf = (...path: string[]) => readFileSync(join(__dirname, "..", ...path), "utf8");
const readme = textOf("README.md");

describe("README example for the least configuration", () => {
  it("is one token and nothing else, and is right", () => {
    const keys = [...readme.matchAll(/ config set .*'logicapp-keyvault-secrets:tokens\[0\]\.(\w+)' (\S+)$/gm)];
    const token = Object.fromEntries(keys.map(([, key = "", value]) => [key, value]));
    assert.deepEqual(Object.keys(token), ["secretName", "tokenUrl", "clientId", "clientSecretName"]);
    const { settings } = parseSettings({ tokens: [token] });
    assert.deepEqual(
      settings.tokens.map(({ secretName, tokenUrl }) => [secretName, tokenUrl]),
      [["salesforce-token", "https://example.my.salesforce.com/services/oauth2/token"]],
    );
  });
});
