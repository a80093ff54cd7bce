import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ControlledClock } from "../../emulator/clock";
import { deployProgram } from "../../local/stack/deploy-program";
import { consumersOfBothKinds as consumers } from "../consumers-of-both-kinds";
import { leastToken, stackConfiguration } from "../stack-configuration";
import { schemaProblems, typeOfPath } from "./schema-problems";

describe("Requests to Azure Resource Manager for consumers", () => {
  for (const authorizationModel of ["rbac", "accessPolicy"]) {
    it(`fit the official schemas, but for what azure-native itself sends, ${authorizationModel}`, async () => {
      const tokens = [{ ...leastToken, writePath: "http", instanceUrl: "tag" }];
      const { azure } = await deployProgram({
        configuration: stackConfiguration({ authorizationModel, tokens, consumers }, { location: "westeurope" }),
        stack: "schemas",
        clock: new ControlledClock(new Date("2026-11-02T08:17:00Z")),
        progress: () => undefined,
      });
      const puts = azure.arm.requests().filter(({ method }) => method === "PUT");
      await azure.close();
      const typeOf = ({ url }: { readonly url: string }): string => typeOfPath(new URL(url).pathname);
      const byType = (type: string): typeof puts => puts.filter((request) => typeOf(request) === type);
      assert.deepEqual(
        byType("Microsoft.ServiceBus/namespaces/topics/subscriptions").map(({ url, body }) => [
          url.slice(url.indexOf("/topics/")),
          body,
        ]),
        [
          [
            "/topics/accounts/subscriptions/salesforce?api-version=2026-01-01",
            {
              properties: {
                deadLetteringOnMessageExpiration: true,
                lockDuration: "PT5M",
                maxDeliveryCount: 20,
                requiresSession: false,
              },
            },
          ],
        ],
      );
      assert.equal(byType("Microsoft.Logic/workflows").length, 3);
      const receivers = byType("Microsoft.Authorization/roleAssignments").filter(({ url }) => url.includes("/topics/"));
      assert.equal(receivers.length, 2);
      // azure-native sends an empty applicationId with every access policy.
      const policies = byType("Microsoft.KeyVault/vaults/accessPolicies").flatMap(schemaProblems);
      assert.equal(policies.length, authorizationModel === "rbac" ? 0 : 3);
      assert.ok(policies.every((problem) => problem.includes("/applicationId must match pattern")));
      const others = puts.filter((request) => typeOf(request) !== "Microsoft.KeyVault/vaults/accessPolicies");
      assert.deepEqual(others.flatMap(schemaProblems), []);
    });
  }
});
