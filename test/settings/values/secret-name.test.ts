import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { looksLikeSecretValue } from "../../../settings/values/secret-name";

describe("looksLikeSecretValue", () => {
  for (const name of [
    "salesforce-token",
    "sf-2024-11-22-01-02-03",
    "salesforceaccesstoken2024prod1",
    "crm01-eu2-prod3-client4-secret5",
    "a".repeat(127),
  ]) {
    it(`takes ${name} for a name`, () => {
      assert.equal(looksLikeSecretValue(name), false);
    });
  }

  for (const value of [
    "A1B2C3D4E5F60718293A4B5C6D7E8F90",
    "1234567890123456789",
    "a3bb189e-8bf9-3888-9912-ace4e6543002",
    "tok-x7Kp2mQ9vR4tY8wZ1",
  ]) {
    it(`takes ${value} for a secret`, () => {
      assert.equal(looksLikeSecretValue(value), true);
    });
  }
});
