import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { onStack, type StackSettings } from "./engine-stack";

/** Settings before and after a change of `location`, for each row of the table in docs/operations/drift.md. */
const moves: Readonly<Record<string, { readonly before: StackSettings; readonly after: StackSettings }>> = {
  "no name is given": { before: {}, after: {} },
  "`resourceGroupName` is given": { before: { resourceGroupName: "rg-one" }, after: { resourceGroupName: "rg-one" } },
  "another `vaultName` is given in the same change": {
    before: { vaultName: "kv-one-xyz" },
    after: { vaultName: "kv-two-xyz" },
  },
};

describe("a changed `location` under Pulumi's engine", () => {
  for (const [named, { before, after }] of Object.entries(moves)) {
    it(`moves every resource where ${named}`, () =>
      onStack({ ...before, tokens: [leastToken], location: "westeurope" }, async ({ azure, configure, run }) => {
        assert.equal((await run("up")).succeeded, true);
        // Alert rules are global; grants have no location.
        const locations = (): readonly string[] =>
          [...new Set(azure.arm.resources().map(({ body }) => String(body.location)))].sort();
        assert.deepEqual(locations(), ["global", "undefined", "westeurope"]);
        await configure({ ...after, tokens: [leastToken], location: "northeurope" });
        const moved = await run("up");
        assert.equal(moved.succeeded, true, moved.output);
        assert.deepEqual(locations(), ["global", "northeurope", "undefined"]);
        assert.deepEqual((await run("up")).changes, []);
      }));
  }
});
