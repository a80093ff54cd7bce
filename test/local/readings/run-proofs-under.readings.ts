import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { defaultReadings } from "../../../emulator/provenance";
import { runProofsUnder } from "../../../local/readings/run-proofs-under";

describe("The proofs of the built-in stack under readings", function () {
  this.timeout(30_000);

  it("hold where everything about its deployment is another alternative than the default", async () => {
    const proofs = await runProofsUnder({
      ...defaultReadings,
      grantEffect: "afterMinutes",
      accessPolicyWrites: "inTurn",
      farExpiry: "year2038",
    });
    assert.deepEqual(
      proofs.map(({ id, held, control, readings }) => [id, held, control.held, readings]),
      [
        ...["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"],
        ...["completed-after-success", "renewed-session", "consumer-privilege", "no-leak"],
      ].map((id) => [id, true, true, "grantEffect afterMinutes, accessPolicyWrites inTurn, farExpiry year2038"]),
    );
  });

  it("do not hold under an alternative that the program cannot live with", async () => {
    const proofs = await runProofsUnder({ ...defaultReadings, delivery: "twice" });
    const failed = proofs.filter(({ held }) => !held).map(({ id }) => id);
    assert.ok(failed.includes("rotation"), failed.join(", "));
  });
});
