import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deployControlledStack, describeEnd, runRefresh } from "../../../local/stack/controlled-stack";
import { leastToken } from "../../stack-configuration";

const token = (secretName: string, clientId: string, clientSecretName: string): object => ({
  ...leastToken,
  ...{ secretName, clientId, clientSecretName, writePath: "http" },
});

describe("The clients of a stack", () => {
  it("have one secret each, whatever the names under which the vault has it", async () => {
    const stack = await deployControlledStack({
      alerts: false,
      tokens: [
        token("first-token", "crm", "crm-secret"),
        token("second-token", "crm", "other-crm-secret"),
        token("third-token", "web", "web-secret"),
      ],
    });
    try {
      for (const secretName of stack.clients.keys()) {
        assert.equal(describeEnd(await runRefresh(stack, secretName)), "Succeeded", secretName);
      }
      const [first, second, third] = [...stack.clients.values()].map(({ clientSecret }) => clientSecret);
      assert.equal(second, first);
      assert.notEqual(third, first);
    } finally {
      await stack.azure.close();
    }
  });
});
