import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { before, describe, it } from "mocha";
import { leastToken } from "../stack-configuration";
import { badStacks } from "./bad-stacks";
import type { EngineResult } from "./engine-result";
import { onStack, type StackSettings } from "./engine-stack";
import { consumerResources, each, expectedResources } from "./expected-resources";

const policyPacks = [resolve("policy")];
const consumer = {
  name: "accounts",
  token: leastToken.secretName,
  topicId:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/accounts",
  subscriptionName: "salesforce",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id" },
};

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

  for (const authorizationModel of ["rbac", "accessPolicy"] as const) {
    it(`passes a consumer at preview and at up, ${authorizationModel}`, () => {
      const tokens = [{ ...leastToken, instanceUrl: "tag" }];
      return onStack(
        { authorizationModel, tokens, consumers: [consumer] },
        async ({ azure, run }) => {
          await azure.arm.seedTopic(consumer.topicId);
          const combination = { authorizationModel, identity: "system", writePath: "connector" } as const;
          const all = [...expectedResources(combination), ...consumerResources(combination)].sort();
          for (const operation of ["preview", "up"] as const) {
            const result = await run(operation);
            assert.deepEqual(
              [violations(result), result.succeeded, result.changes],
              [[], true, each("create", all)],
              result.output,
            );
            // No address is told of a failure here, and run history can be read from anywhere.
            const advice = result.policyFindings.filter(({ resource }) => resource?.endsWith(" consume-accounts"));
            assert.deepEqual([...new Set(advice.map(({ rule }) => rule))].sort(), [
              "dependable-receiver",
              "run-history-access",
            ]);
          }
        },
        { policyPacks },
      );
    });
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
