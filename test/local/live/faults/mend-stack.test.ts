import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { vaultAdministrator } from "../../../../local/faults/vault-administrator";
import { listInjectableFaults } from "../../../../local/live/faults/injectable-faults";
import type { InjectedFault } from "../../../../local/live/faults/injected-faults";
import { mendStack } from "../../../../local/live/faults/mend-stack";
import { LiveStack } from "../../../../local/live/live-stack";
import { requireRefresh, type ControlledStack } from "../../../../local/stack/controlled-stack";
import { deployBuiltInStack } from "./live-test-stack";

describe("Mending a stack in which a client has deleted something", function () {
  this.timeout(30_000);
  let stack: ControlledStack;
  const mend = (): Promise<readonly string[]> => {
    const fault = listInjectableFaults(stack).find(({ name }) => name === "vault-write-409");
    assert.ok(fault !== undefined);
    const cleared: InjectedFault = { fault, requests: 1 };
    return mendStack(new LiveStack(stack), cleared);
  };

  beforeEach(async () => {
    stack = await deployBuiltInStack();
  });
  afterEach(() => stack.azure.close());

  it("authorizes a client whose Logic App is deleted", async () => {
    stack.azure.arm.deleteResource(requireRefresh(stack, "partner-token").id);
    assert.deepEqual(await mend(), ["partner-token"]);
  });

  it("authorizes none whose refresh token the vault does not take, because it is deleted", async () => {
    await (await vaultAdministrator(stack)).send("DELETE", "/secrets/partner-refresh-token");
    assert.deepEqual(await mend(), []);
  });

  it("authorizes none without the vault", async () => {
    stack.azure.keyVault.deleteVault(stack.vaultName);
    assert.deepEqual(await mend(), []);
  });
});
