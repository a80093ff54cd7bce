import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { openVault } from "./vault-bench";

const end2038 = 2_147_483_647;

describe("The readings of a far expiry", () => {
  for (const [farExpiry, statusBeyond2038] of [
    ["year9999", 200],
    ["year2038", 400],
  ] as const) {
    it(`up to ${farExpiry} store the last second of 32 bits, and answer the next with ${statusBeyond2038}`, async () => {
      const bench = await openVault({ farExpiry });
      try {
        const set = (exp: number) => bench.call("PUT", "/secrets/token", { value: "v", attributes: { exp } });
        assert.equal((await set(end2038)).status, 200);
        assert.equal((await set(end2038 + 1)).status, statusBeyond2038);
      } finally {
        await bench.network.close();
      }
    });
  }
});
