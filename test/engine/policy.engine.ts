import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { before, describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { badStacks } from "./bad-stacks";
import type { EngineResult } from "./engine-result";
import { onStack, type StackSettings } from "./engine-stack";
import { each, expectedResources } from "./expected-resources";

const policyPacks = [resolve("policy")];

describe("the policy pack under Pulumi's engine", () => {
  // The engine runs what is built, which may be older than the rules.
  before(() => promisify(execFile)("npm", ["run", "--silent", "prepare"]));

  for (const authorizationModel of ["rbac", "accessPolicy"] as const) {
    it(`passes the program at preview and at up, ${authorizationModel}`, () =>
      onStack(
        settings(authorizationModel),
        async ({ run }) => {
          const created = each(
            "create",
            expectedResources({ authorizationModel, identity: "system", writePath: "connector" }),
          );
          const preview = await run("preview");
          assert.deepEqual([violations(preview), preview.succeeded, preview.changes], [[], true, created]);
          // It reports what it cannot evaluate yet.
          const places = authorizationModel === "rbac" ? "4 (missing-permissions 2, " : "2 (";
          assert.deepEqual(undecided(preview), [
            `Not evaluated, because a value is known only after deployment: ${places}https-and-audience 2).`,
          ]);

          const up = await run("up");
          assert.deepEqual([violations(up), up.succeeded, up.changes], [[], true, created]);
          assert.deepEqual(undecided(up), []);
        },
        { policyPacks },
      ));
  }

  for (const { change, authorizationModel, build, violations: expected } of badStacks) {
    it(`refuses at preview ${change}`, () =>
      onStack(
        settings(authorizationModel),
        async ({ azure, run }) => {
          const preview = await run("preview");
          assert.deepEqual(violations(preview), expected, violations(preview).join("\n") + preview.output);
          assert.equal(preview.succeeded, false);
          assert.match(preview.output, /exit code 1\b/);
          assert.deepEqual(azure.arm.resources(), []);
        },
        { policyPacks, build },
      ));
  }
});

function settings(authorizationModel: string): StackSettings {
  return { authorizationModel, tokens: [leastToken] };
}

/** What fails a preview. */
function violations({ policyFindings }: EngineResult): readonly string[] {
  const mandatory = policyFindings.filter(({ level }) => level === "mandatory");
  return [...new Set(mandatory.map(({ rule, resource }) => `${rule} ${resource ?? "the stack"}`))].sort();
}

function undecided({ policyFindings }: EngineResult): readonly (string | undefined)[] {
  return policyFindings
    .filter(({ rule }) => rule === "undecided-places")
    .map(({ message }) => message.trim().split("\n").at(-1));
}
