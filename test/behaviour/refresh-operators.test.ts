import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fittingToken } from "../stack-configuration";
import { deployControlledStack, requireRefresh } from "../../local/stack/controlled-stack";

const audience = "https://management.azure.com";
const operator = "44444444-4444-4444-4444-444444444444";

describe("A refresh operator", () => {
  it("may run the trigger of its token's Logic App, and nothing else", async () => {
    const stack = await deployControlledStack({
      tokens: [
        { ...fittingToken, refreshOperators: [{ principalId: operator, principalType: "Group" }] },
        { ...fittingToken, secretName: "another-token" },
      ],
    });
    const { azure } = stack;
    const token = await azure.entra.issueToken({ principalId: operator, audience });
    const send = async (method: string, path: string): Promise<number> => {
      const url = `${audience}${path}?api-version=2019-05-01`;
      return (await azure.network.send({ method, url, headers: { authorization: `Bearer ${token}` } })).status;
    };
    try {
      const { id } = requireRefresh(stack, "crm-token");
      const other = requireRefresh(stack, "another-token").id;
      assert.equal(await send("POST", `${id}/triggers/Recurrence/run`), 202);
      assert.equal(azure.logicApps.runs(id).at(-1)?.status, "Succeeded");
      assert.equal(await send("POST", `${other}/triggers/Recurrence/run`), 403);
      assert.equal(await send("POST", `${id}/triggers/Recurrence/listCallbackUrl`), 403);
      assert.equal(await send("GET", id), 403);
      assert.equal(await send("DELETE", id), 403);
      const [role, ...more] = azure.arm
        .resources()
        .filter(({ type, body }) => type.endsWith("roleDefinitions") && JSON.stringify(body).includes("triggers/run"));
      assert.deepEqual(more, []);
      assert.deepEqual((role?.body.properties as { permissions: unknown }).permissions, [
        {
          actions: ["Microsoft.Logic/workflows/triggers/run/action"],
          notActions: [],
          dataActions: [],
          notDataActions: [],
        },
      ]);
    } finally {
      await azure.close();
    }
  });
});
