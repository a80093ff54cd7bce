import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { fittingToken } from "../stack-configuration";
import { onStack, type StackSettings } from "./engine-stack";

const topicId =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/accounts";
const settings: StackSettings = {
  tokens: [{ ...fittingToken, instanceUrl: "tag" }],
  consumers: [
    {
      ...{ name: "accounts", token: fittingToken.secretName, topicId, subscriptionName: "salesforce" },
      ...{ sObject: "Account", externalIdField: "ERP_Id__c", fields: { ERP_Id__c: "erp_id" } },
    },
  ],
};

describe("a stack in Azure Government under Pulumi's engine", () => {
  it("is deployed to its cloud, which azure-native and the program read from the same setting, and stays as it is", () =>
    onStack(
      settings,
      async ({ azure, run, outputs }) => {
        await azure.arm.seedTopic(topicId);
        const previewed = await run("preview");
        assert.equal(previewed.succeeded, true, previewed.output);
        const deployed = await run("up");
        assert.equal(deployed.succeeded, true, deployed.output);
        assert.match(deployed.output, /custom connectors are not proven to work in Azure Government/);
        assert.match(String((await outputs())["vaultUri"]), /^https:\/\/[a-z0-9-]+\.vault\.usgovcloudapi\.net$/);
        const definitions = azure.arm
          .resources()
          .filter(({ type }) => type === "Microsoft.Logic/workflows")
          .map(({ body }) => JSON.stringify(body));
        assert.equal(definitions.length, 3);
        const hosts = definitions
          .join()
          .replace(/secrets[0-9a-f]{8}\./g, "")
          .match(/(?<=https:\/\/)[\w.-]*(?:azure\.net|windows\.net|usgovcloudapi\.net)/g);
        assert.deepEqual([...new Set(hosts)].sort(), [
          "management.usgovcloudapi.net",
          "sb-etl.servicebus.usgovcloudapi.net",
          "servicebus.azure.net",
          "vault.usgovcloudapi.net",
        ]);
        assert.deepEqual((await run("up")).changes, []);
      },
      { cloud: "usgovernment" },
    ));

  it("is not deployed with a cloud of the settings that azure-native is not configured for", () =>
    onStack(
      { ...settings, cloud: "china" },
      async ({ azure, run }) => {
        const { succeeded, output } = await run("preview");
        assert.equal(succeeded, false);
        assert.match(
          output,
          /azure-native:environment: is usgovernment, so azure-native deploys to Azure Government, but cloud is china\./,
        );
        assert.deepEqual(azure.arm.resources(), []);
      },
      { cloud: "usgovernment" },
    ));
});
