import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { proveFreshTokens } from "../../../local/proofs/fresh-token";
import { deployControlledStack, requireRefresh, type ControlledStack } from "../../../local/stack/controlled-stack";
import { refreshAtNextSlots } from "../../../local/stack/refresh-at-next-slot";
import { leastRefreshToken } from "../../stack-configuration";

describe("The control of the proof of fresh tokens", () => {
  let stack: ControlledStack;
  before(async () => {
    // HubSpot refuses a wrong client secret with an error of its own, BAD_CLIENT_SECRET.
    stack = await deployControlledStack({
      tokens: [{ ...leastRefreshToken, tokenUrl: "https://api.hubapi.com/oauth/v1/token" }],
    });
  });
  after(() => stack.azure.close());

  it("holds whatever the token server calls the refusal", async () => {
    const refresh = requireRefresh(stack, "erp-token");
    const { held, control } = await proveFreshTokens(stack, refresh, await refreshAtNextSlots(stack, stack.clock));
    assert.deepEqual(
      [held, control.held, control.seen],
      [true, true, "Failed, refused by the token server, no new version"],
    );
  });

  it("does not hold where the token server is never asked", async () => {
    const refresh = requireRefresh(stack, "erp-token");
    for (const { id } of stack.azure.arm.resources().filter(({ type }) => /roleAssignments$/i.test(type))) {
      stack.azure.arm.deleteResource(id);
    }
    const { control } = await proveFreshTokens(stack, refresh, []);
    assert.deepEqual([control.held, control.seen], [false, "Failed, no new version"]);
  });
});
