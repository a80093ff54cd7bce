import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { onStack } from "./engine-stack";
import { each, expectedResources, type Combination } from "./expected-resources";

/** Deploys in one authorization model, with every kind of identity and way to write, from nothing to nothing. */
export function describeBasicCycle(authorizationModel: Combination["authorizationModel"]): void {
  describe(`the program under Pulumi's engine, ${authorizationModel}`, () => {
    for (const identity of ["system", "user"] as const) {
      for (const writePath of ["connector", "http"] as const) {
        it(`previews, deploys, stays, refreshes and destroys with identity ${identity}, written by ${writePath}`, () =>
          cycle({ authorizationModel, identity, writePath }));
      }
    }
  });
}

async function cycle(combination: Combination): Promise<void> {
  const { authorizationModel, identity, writePath } = combination;
  const expected = expectedResources(combination);
  await onStack({ authorizationModel, identity, tokens: [{ ...leastToken, writePath }] }, async ({ azure, run }) => {
    const preview = await run("preview");
    assert.deepEqual(preview.changes, each("create", expected), preview.output);
    assert.deepEqual(azure.arm.resources(), []);

    const up = await run("up");
    assert.deepEqual(up.changes, each("create", expected), up.output);
    for (const operation of ["up", "refresh"] as const) {
      const { succeeded, changes, unchanged, output } = await run(operation);
      assert.deepEqual(
        { succeeded, changes, unchanged },
        { succeeded: true, changes: [], unchanged: expected.length },
        output,
      );
    }

    const destroy = await run("destroy");
    assert.deepEqual(destroy.changes, each("delete", expected), destroy.output);
    assert.deepEqual(azure.arm.resources(), []);
  });
}
