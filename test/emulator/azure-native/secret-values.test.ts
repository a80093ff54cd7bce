import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { hideSecrets, markSecrets, secretValue, unwrapSecrets } from "../../../emulator/azure-native";

describe("Secrets", () => {
  it("are unwrapped for ARM and known again at the same path only", () => {
    const { value, secrets } = unwrapSecrets({ a: { b: secretValue("planted") }, c: "planted" });
    assert.deepEqual(value, { a: { b: "planted" }, c: "planted" });
    const marked = markSecrets({ a: { b: "planted" }, d: "planted" }, secrets);
    assert.deepEqual(marked, { a: { b: secretValue("planted") }, d: "planted" });
    assert.deepEqual(hideSecrets(marked), { a: { b: "[secret]" }, d: "planted" });
  });
});
