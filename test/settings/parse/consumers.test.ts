import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseSettings } from "../../../settings";
import { leastConsumer, leastToken, serviceBusTopicId } from "../settings-under-test";

const parsed = (consumer: object, token: object = {}) =>
  parseSettings({ tokens: [{ ...leastToken, ...token }], consumers: [consumer] });

describe("The parsed settings of a consumer", () => {
  it("have every default, and name a subscription to create", () => {
    assert.deepEqual(parsed(leastConsumer).settings.consumers, [
      {
        name: "accounts",
        token: "salesforce-token",
        subscription: { kind: "created", topicId: serviceBusTopicId, name: "salesforce", maxDeliveryCount: 20 },
        sObject: "Account",
        externalIdField: "ERP_Id__c",
        fields: { ERP_Id__c: "erp_id", Name: "name" },
        requiredFields: [],
        allOrNone: false,
        apiVersion: "67.0",
        intervalMinutes: 1,
        maxMessagesPerRun: 20,
        refreshGraceMinutes: 10,
      },
    ]);
  });

  it("name an existing subscription by its topic and its name", () => {
    const { topicId, subscriptionName: _, ...rest } = leastConsumer;
    const { settings } = parsed({ ...rest, subscriptionId: `${topicId}/Subscriptions/Sales_Force` });
    assert.deepEqual(settings.consumers[0]?.subscription, {
      kind: "existing",
      topicId: serviceBusTopicId,
      name: "Sales_Force",
    });
  });

  it("spell the token as its own settings do", () => {
    const { settings } = parsed({ ...leastConsumer, token: "SALESFORCE-TOKEN" });
    assert.equal(settings.consumers[0]?.token, "salesforce-token");
  });

  it("are none without consumers, and are read from JSON as Pulumi passes it", () => {
    assert.deepEqual(parseSettings({ tokens: [leastToken] }).settings.consumers, []);
    const fromText = parseSettings({ tokens: [leastToken], consumers: JSON.stringify([leastConsumer]) });
    assert.deepEqual(fromText, parsed(leastConsumer));
  });

  it("note a token of another provider", () => {
    const { notes } = parsed(leastConsumer, { tokenUrl: "https://login.example.com/token", instanceUrl: "tag" });
    assert.deepEqual(
      notes.filter((note) => note.startsWith("consumers")),
      [
        "consumers[0]: its token is one of the provider generic (Any other OAuth 2.0 server). A consumer calls Salesforce's REST API at the token's instance_url.",
      ],
    );
    assert.deepEqual(
      parsed(leastConsumer).notes.filter((note) => note.startsWith("consumers")),
      [],
    );
  });
});
