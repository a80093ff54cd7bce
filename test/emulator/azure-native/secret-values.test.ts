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

  it("are known again in lists, and within one another", () => {
    const inner = { token: secretValue("planted") };
    const { value, secrets } = unwrapSecrets({ list: ["plain", secretValue("planted"), secretValue(inner)] });
    assert.deepEqual(value, { list: ["plain", "planted", { token: "planted" }] });
    assert.deepEqual(secrets, [
      ["list", 1],
      ["list", 2],
      ["list", 2, "token"],
    ]);
    assert.deepEqual(markSecrets(value, secrets), {
      list: ["plain", secretValue("planted"), secretValue({ token: "planted" })],
    });
  });
});
