import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { runProofs } from "../../../local/proofs";
import { proveRotation } from "../../../local/proofs/rotation";
import {
  deployControlledStack,
  requireAuthorizationServer,
  requireRefresh,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { refreshAtNextSlots } from "../../../local/stack/refresh-at-next-slot";
import { leastRefreshToken } from "../../stack-configuration";

describe("Proofs of a stack whose only token has skipWhileFresh", () => {
  let stack: ControlledStack;
  const erp = () => requireRefresh(stack, "erp-token");

  beforeEach(async () => {
    const token = { ...leastRefreshToken, instanceUrl: "none", skipWhileFresh: true };
    stack = await deployControlledStack({ tokens: [token] });
  });
  afterEach(() => stack.azure.close());

  it("hold, as each refresh that they run requests a token", async () => {
    const proofs = await runProofs(stack, await refreshAtNextSlots(stack, stack.clock));
    assert.deepEqual(
      proofs.map(({ id, held, control }) => [id, held, control.held]),
      [
        ...["fresh-token", "name-guard", "missing-grant", "least-privilege", "rotation"],
        ...["completed-after-success", "renewed-session", "consumer-privilege"],
      ].map((id) => [id, true, true]),
    );
  });

  it("do not hold with a wrong stored refresh token, although the stored token is fresh", async () => {
    await refreshAtNextSlots(stack, stack.clock);
    const client = stack.clients.get("erp-token") ?? { clientId: "", clientSecret: "" };
    stack.azure.keyVault.seedSecret(stack.vaultName, "erp-refresh-token", "no-refresh-token-of-the-server");
    const proof = await proveRotation(stack, erp(), requireAuthorizationServer(stack, erp()), client);
    assert.deepEqual([proof.held, proof.seen], [false, "Failed invalid_grant, no new version; 400 invalid_grant"]);
  });
});
