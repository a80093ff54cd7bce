import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../settings/parse/parse-settings";
import { writableSecretNames } from "../../settings/writable-secret-names";
import { leastToken, refreshToken } from "./settings-under-test";

describe("writableSecretNames", () => {
  const namesOf = (raw: Record<string, unknown>) => writableSecretNames(parseSettings(raw).settings);

  it("are the tokens and instance URLs that go through the connector, and the allowed names, sorted", () => {
    const tokens = [
      { ...leastToken, instanceUrl: "secret" },
      { ...refreshToken, writePath: "http", instanceUrl: "secret" },
    ];
    assert.deepEqual(namesOf({ tokens, allowedSecretNames: ["Partner-API-Key", "webhook-key"] }), [
      "Partner-API-Key",
      "salesforce-token",
      "salesforce-token-instance-url",
      "webhook-key",
    ]);
  });

  it("hold no credential", () => {
    assert.deepEqual(namesOf({ tokens: [leastToken, refreshToken] }), ["other-token", "salesforce-token"]);
  });

  it("are none when everything is written by HTTP", () => {
    assert.deepEqual(namesOf({ tokens: [{ ...leastToken, writePath: "http" }] }), []);
  });
});
