import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { refreshAtNextSlots } from "../../../local/stack/refresh-at-next-slot";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../../local/stack/controlled-stack";
import { leastToken } from "../../stack-configuration";

describe("A refresh whose grants take minutes to hold", () => {
  let stack: ControlledStack;

  before(async () => {
    const token = {
      ...leastToken,
      grantType: "refresh_token",
      refreshTokenSecretName: "crm-refresh-token",
      intervalMinutes: 30,
    };
    stack = await deployControlledStack({ tokens: [token] }, { grantEffect: "afterMinutes" });
  });
  after(() => stack.azure.close());

  it("ends Failed VaultForbidden before it sends the refresh token, which stays good", async () => {
    const run = await runRefresh(stack, "crm-token");
    assert.equal(describeEnd(run), "Failed VaultForbidden");
    const request = run.actions.find(({ name }) => name === "Request_token");
    assert.equal(request?.status, "Skipped");
  });

  it("stores a token at a slot after them", async () => {
    stack.clock.advanceTo(new Date(stack.clock.now().getTime() + 10 * 60_000));
    const [run] = await refreshAtNextSlots(stack, stack.clock);
    assert.equal(run && describeEnd(run), "Succeeded");
  });
});
