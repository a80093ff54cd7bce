import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { refreshFaults } from "../../../local/faults";
import { everywhere, succeeded, type Combination, type Fault } from "../../../local/faults/fault";
import { createFaultStack, type FaultStack } from "../../../local/faults/fault-stack";
import { runFault } from "../../../local/faults/run-fault";

const [byHttp] = everywhere as readonly [Combination];

function faultCalled(name: string): Fault {
  const fault = refreshFaults.find((each) => each.name === name);
  assert.ok(fault);
  return fault;
}

describe("A fault that does not go as expected", () => {
  let stack: FaultStack;

  before(async () => {
    stack = await createFaultStack();
  });
  after(() => stack.stack.azure.close());

  it("is not held, and says what was seen instead", async () => {
    const fault = { ...faultCalled("vault-gone"), expected: () => succeeded() };
    const { held, seen, expected, leaks } = await runFault(stack, fault, byHttp);
    assert.equal(held, false);
    assert.deepEqual(
      [seen, expected],
      [{ run: "Failed VaultUnavailable", token: "stale", requests: 0, versions: 0, alerts: ["failed"] }, succeeded()],
    );
    assert.equal(leaks, 0);
  });

  it("is not held where a canary shows in run history", async () => {
    const fault: Fault = {
      name: "canary-in-the-open",
      where: everywhere,
      inject: (harness) => {
        // The name of the secret is in the address that the run writes to.
        harness.canaries.push(harness.secretName);
        return harness.atNextSlot();
      },
      expected: () => succeeded(),
    };
    const { held, seen, leaks } = await runFault(stack, fault, byHttp);
    assert.deepEqual({ held, seen, leaks }, { held: false, seen: succeeded(), leaks: 1 });
  });

  it("does not begin where a refresh without a fault fails", async () => {
    const { administrator } = stack;
    await administrator.send("DELETE", "/secrets/client-credentials-http-secret");
    await assert.rejects(runFault(stack, faultCalled("vault-gone"), byHttp), {
      message: "No fault can begin: a refresh ended Failed CredentialNotFound.",
    });
    await administrator.send("POST", "/deletedsecrets/client-credentials-http-secret/recover");
  });
});
