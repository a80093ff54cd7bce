import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { TokenKeys } from "../../settings";
import { checkConsumer } from "../../settings/parse/check-consumer";
import { checkToken } from "../../settings/parse/check-token";

const token: TokenKeys = {
  secretName: "crm-token",
  tokenUrl: "https://example.my.salesforce.com/services/oauth2/token",
  clientId: "3MVG9-example-consumer-key",
  clientSecretName: "crm-client-secret",
};
const consumer = {
  topicId:
    "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-etl/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/accounts",
  subscriptionName: "salesforce",
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id" },
};

describe("The token of a component's arguments", () => {
  it("gets the defaults that a stack file gives it", () => {
    const { provider, clientId, instanceUrl, intervalMinutes, writePath } = checkToken(token, "TokenRefresh crm");
    assert.deepEqual(
      { provider, clientId, instanceUrl, intervalMinutes, writePath },
      {
        provider: "salesforce",
        clientId: { value: "3MVG9-example-consumer-key" },
        instanceUrl: "tag",
        intervalMinutes: 60,
        writePath: "connector",
      },
    );
  });

  it("is refused with all that is wrong, without a value that may be a secret", () => {
    const wrong = {
      ...token,
      tokenUrl: "http://example.my.salesforce.com/services/oauth2/token",
      clientSecretName: "crm-token",
      clientSecret: "Pl4nted-S3cret-Value",
    };
    assert.throws(
      () => checkToken(wrong, "TokenRefresh crm"),
      (error: Error) => {
        assert.equal(error.name, "UsageError");
        const [heading, ...lines] = error.message.split("\n");
        assert.equal(heading, "3 problems in the arguments of TokenRefresh crm:");
        assert.deepEqual(
          lines.map((line) => line.trim().split(":")[0]),
          ["token.clientSecret", "token.tokenUrl", "token.clientSecretName"],
        );
        assert.ok(!error.message.includes("Pl4nted"));
        return true;
      },
    );
  });
});

describe("The consumer of a component's arguments", () => {
  const refreshed = { secretName: "crm-token", instanceUrl: "tag", intervalMinutes: 60 } as const;

  it("gets the defaults that a stack file gives it, and the token of its refresh", () => {
    const { token: name, subscription, intervalMinutes } = checkConsumer(consumer, refreshed, "TopicConsumer accounts");
    assert.deepEqual(
      { name, subscription, intervalMinutes },
      {
        name: "crm-token",
        subscription: { kind: "created", topicId: consumer.topicId, name: "salesforce", maxDeliveryCount: 20 },
        intervalMinutes: 1,
      },
    );
  });

  it("is refused with all that is wrong, what does not fit its refresh included", () => {
    const wrong = { ...consumer, sObject: "Account; DROP", refreshGraceMinutes: 60 };
    assert.throws(
      () => checkConsumer(wrong, { ...refreshed, instanceUrl: "none" }, "TopicConsumer accounts"),
      (error: Error) => {
        const [heading, ...lines] = error.message.split("\n");
        assert.equal(heading, "3 problems in the arguments of TopicConsumer accounts:");
        assert.deepEqual(
          lines.map((line) => line.trim().split(" ")[0]),
          ["consumer.sObject:", "consumer.token:", "consumer.refreshGraceMinutes:"],
        );
        assert.match(error.message, /names refresh\.token, whose instanceUrl is none/);
        return true;
      },
    );
  });
});
