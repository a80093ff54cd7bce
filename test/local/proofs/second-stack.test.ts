import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { runProofs } from "../../../local/proofs";
import type { Proof } from "../../../local/report";
import { deployControlledStack, type ControlledStack } from "../../../local/stack/controlled-stack";
import { refreshAtNextSlots } from "../../../local/stack/refresh-at-next-slot";
import { fittingRefreshToken, fittingToken } from "../../stack-configuration";

describe("Proofs of a stack without a connector and without a refresh token", () => {
  let stack: ControlledStack;
  let deployed = 0;
  let proofs: readonly Proof[];

  before(async () => {
    stack = await deployControlledStack({ tokens: [{ ...fittingToken, writePath: "http" }] });
    proofs = await runProofs(stack, await refreshAtNextSlots(stack, stack.clock), () => {
      deployed += 1;
      return deployControlledStack({ tokens: [fittingToken, fittingRefreshToken] });
    });
  });
  after(() => stack.azure.close());

  it("are all there, and hold", () => {
    assert.deepEqual(
      proofs.map(({ id, held, control }) => [id, held, control.held]),
      ["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"].map((id) => [id, true, true]),
    );
  });

  it("name what the stack lacks, and deploy one stack that has it", () => {
    const elsewhere = proofs.filter(({ claim }) => claim.startsWith("In a second stack"));
    assert.deepEqual(
      elsewhere.map(({ id, claim }) => [id, claim.split(":")[0]]),
      [
        ["name-guard", "In a second stack, as this one has no connector"],
        ["rotation", "In a second stack, as this one has no token whose server rotates refresh tokens"],
      ],
    );
    assert.equal(deployed, 1);
  });
});
