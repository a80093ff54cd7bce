import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { drills } from "../../../local/drills";
import { everywhere, succeeded, type Combination, type Drill } from "../../../local/drills/drill";
import { createDrillStack, type DrillStack } from "../../../local/drills/drill-stack";
import { runDrill } from "../../../local/drills/run-drill";

const [byHttp] = everywhere as readonly [Combination];

function drillCalled(name: string): Drill {
  const drill = drills.find((each) => each.name === name);
  assert.ok(drill);
  return drill;
}

describe("A drill that does not go as expected", () => {
  let stack: DrillStack;

  before(async () => {
    stack = await createDrillStack();
  });
  after(() => stack.stack.azure.close());

  it("is not held, and says what was seen instead", async () => {
    const drill = { ...drillCalled("vault-gone"), expected: () => succeeded() };
    const { held, seen, expected, leaks } = await runDrill(stack, drill, byHttp);
    assert.equal(held, false);
    assert.deepEqual(
      [seen, expected],
      [{ run: "Failed VaultUnavailable", token: "stale", requests: 0, versions: 0, alerts: ["failed"] }, succeeded()],
    );
    assert.equal(leaks, 0);
  });

  it("is not held where a planted value shows in run history", async () => {
    const drill: Drill = {
      name: "planted-in-the-open",
      where: everywhere,
      inject: (lab) => {
        // The name of the secret is in the address that the run writes to.
        lab.planted.push(lab.secretName);
        return lab.atNextSlot();
      },
      expected: () => succeeded(),
    };
    const { held, seen, leaks } = await runDrill(stack, drill, byHttp);
    assert.deepEqual({ held, seen, leaks }, { held: false, seen: succeeded(), leaks: 1 });
  });

  it("does not begin where a refresh without a fault fails", async () => {
    const { administrator } = stack;
    await administrator.send("DELETE", "/secrets/client-credentials-http-secret");
    await assert.rejects(runDrill(stack, drillCalled("vault-gone"), byHttp), {
      message: "No drill can begin: a refresh ended Failed CredentialNotFound.",
    });
    await administrator.send("POST", "/deletedsecrets/client-credentials-http-secret/recover");
  });
});
