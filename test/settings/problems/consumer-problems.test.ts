import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { leastConsumer, leastToken, problemsOf, serviceBusTopicId } from "../settings-under-test";

const subscriptionId = `${serviceBusTopicId}/subscriptions/salesforce`;
const { topicId: _topic, subscriptionName: _name, ...withoutSubscription } = leastConsumer;
const existing = { ...withoutSubscription, subscriptionId };

const noName =
  "is not an API name of Salesforce (value not shown). Expected a letter, then letters, digits and underscores, such as ERP_Id__c.";
const named = (count: number, prefix = "Field_") =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}__c`, `property_${index}`]));

/** Problems of a stack with one token and one consumer. */
function problems(consumer: Record<string, unknown>, token: Record<string, unknown> = {}): string[] {
  return problemsOf({ tokens: [{ ...leastToken, ...token }], consumers: [consumer] });
}

describe("The settings of a consumer", () => {
  const cases: [title: string, consumer: Record<string, unknown>, ...problems: string[]][] = [
    ["the least that it needs", leastConsumer],
    ["a subscription that exists", existing],
    ["the token in another case, which Key Vault ignores", { ...leastConsumer, token: "Salesforce-Token" }],
    [
      "a name that no resource can have",
      { ...leastConsumer, name: "Accounts_1" },
      "name: is not a valid name (10 characters). Expected 1 to 63 lower-case letters, digits and single hyphens, starting and ending with a letter or digit.",
    ],
    ["the longest name", { ...leastConsumer, name: "a".repeat(63) }],
    [
      "a name that is too long",
      { ...leastConsumer, name: "a".repeat(64) },
      "name: is not a valid name (64 characters). Expected 1 to 63 lower-case letters, digits and single hyphens, starting and ending with a letter or digit.",
    ],
    [
      "an unknown token",
      { ...leastConsumer, token: "other-token" },
      "token: is not the secretName of any entry of tokens (value not shown, as it may be a secret). Correct it, or add the token.",
    ],
    [
      "neither a topic nor a subscription",
      withoutSubscription,
      "topicId: is missing. Set it and subscriptionName to create a subscription, or set subscriptionId to use an existing one.",
    ],
    [
      "a topic without a name for the subscription",
      { ...leastConsumer, subscriptionName: "" },
      "subscriptionName: is missing. With topicId, set the name of the subscription to create.",
    ],
    [
      "an existing subscription with all that a created one has",
      { ...leastConsumer, subscriptionId, maxDeliveryCount: 5 },
      "topicId: cannot be combined with subscriptionId. Keep subscriptionId to use an existing subscription, or topicId to create one.",
      "subscriptionName: belongs to a subscription that is created, but subscriptionId names an existing one. Remove it.",
      "maxDeliveryCount: belongs to a subscription that is created, but subscriptionId names an existing one. Remove it, and set the count of that subscription.",
    ],
    [
      "an ID of another type as topic",
      { ...leastConsumer, topicId: serviceBusTopicId.replace("/topics/", "/queues/") },
      "topicId: is not a Service Bus topic resource ID. Expected /subscriptions/{subscription ID}/resourceGroups/{name}/providers/Microsoft.ServiceBus/namespaces/{name}/topics/{name}, as printed by `az servicebus topic show --query id`.",
    ],
    [
      "a topic's ID as subscription",
      { ...existing, subscriptionId: serviceBusTopicId },
      "subscriptionId: is not the resource ID of a Service Bus topic's subscription. Expected /subscriptions/{subscription ID}/resourceGroups/{name}/providers/Microsoft.ServiceBus/namespaces/{name}/topics/{name}/subscriptions/{name}, as printed by `az servicebus topic subscription show --query id`.",
    ],
    [
      "a name that no subscription can have",
      { ...leastConsumer, subscriptionName: "sales/force" },
      "subscriptionName: is not a valid name of a topic's subscription (11 characters). Expected 1 to 50 letters, digits and any of . _ -, starting and ending with a letter or digit.",
    ],
    [
      "names that Salesforce does not have",
      { ...leastConsumer, sObject: "Account?x=", externalIdField: "1st", requiredFields: ["Na me"] },
      `sObject: ${noName}`,
      `externalIdField: ${noName}`,
      `requiredFields[0]: ${noName}`,
    ],
    [
      "a field that is none",
      { ...leastConsumer, fields: { ...leastConsumer.fields, "Na'me": "name" } },
      "fields: has a key that is not an API name of a Salesforce field (value not shown). Expected a letter, then letters, digits and underscores, such as ERP_Id__c.",
    ],
    [
      "a property whose name would end a text in an expression",
      { ...leastConsumer, fields: { ...leastConsumer.fields, Name: "na'me" } },
      "fields: has a value that is not the name of a record's property (value not shown). Expected a letter, then letters, digits and underscores, such as erp_id.",
    ],
    [
      "a field in two cases",
      { ...leastConsumer, fields: { ...leastConsumer.fields, NAME: "name" } },
      "fields: has a Salesforce field twice, in a different case, which Salesforce ignores. Remove one of them.",
    ],
    ["one property in two fields", { ...leastConsumer, fields: { ...leastConsumer.fields, Description: "name" } }],
    [
      "a mapping without the external ID",
      { ...leastConsumer, fields: { Name: "name" } },
      "fields: does not have the externalIdField, without which Salesforce finds no record. Add it, with the property that holds the ID.",
    ],
    [
      "a required field that is not mapped, and one that is listed twice",
      { ...leastConsumer, requiredFields: ["Name", "Name", "Phone"] },
      "requiredFields: has a field that is not in fields, so that no record could be sent. Add it to fields, or remove it.",
      "requiredFields: lists a field twice. Remove one of them.",
    ],
    [
      "a property whose part of the mapping would be over 256 characters",
      { ...leastConsumer, fields: { ...leastConsumer.fields, Name: "n".repeat(88) } },
      "fields: has a field whose part of the mapping has 258 characters. The maximum is 256. Use a shorter name of the property.",
    ],
    ["the longest such property", { ...leastConsumer, fields: { ...leastConsumer.fields, Name: "n".repeat(87) } }],
    [
      "a mapping over 8,192 characters",
      { ...leastConsumer, fields: { ERP_Id__c: "erp_id", ...named(80) } },
      "fields: has 81 fields, for which the expression of the mapping has 9160 characters. The maximum is 8192: the first 72 fields fit. Use shorter names of the properties, or two consumers.",
    ],
    ["the most fields that fit", { ...leastConsumer, fields: { ERP_Id__c: "erp_id", ...named(71) } }],
    [
      "a version that is none",
      { ...leastConsumer, apiVersion: "v67" },
      'apiVersion: is not a version of Salesforce\'s REST API. Expected one such as "67.0", in quotes.',
    ],
    [
      "a version without collections",
      { ...leastConsumer, apiVersion: "45.0" },
      "apiVersion: is 45.0. The minimum is 46.0, the first version that upserts several records in one request.",
    ],
    [
      "a version that YAML reads as a number",
      { ...leastConsumer, apiVersion: 67 },
      "apiVersion: is a number. Expected text (in YAML: in quotes).",
    ],
    [
      "runs that are further apart than refusals are reported",
      { ...leastConsumer, intervalMinutes: 10 },
      "intervalMinutes: is 10. Expected less than refreshGraceMinutes (10); otherwise each run that Salesforce refuses would start a refresh, and none would report it. Run more often, or raise refreshGraceMinutes.",
    ],
    [
      "a token that is never old enough for a refresh",
      { ...leastConsumer, refreshGraceMinutes: 60 },
      "refreshGraceMinutes: is 60. Expected less than the intervalMinutes of tokens[0] (60); otherwise its token is never old enough for the consumer to start a refresh. Lower it, or refresh less often.",
    ],
    [
      "a key that is nearly one",
      { ...leastConsumer, sobject: "Account" },
      "sobject: is not a known setting. Did you mean sObject?",
    ],
    [
      "nothing at all",
      {},
      "name: is missing or empty. Name of the consumer. Its Logic App is named consume-{name}.",
      "token: is missing or empty. secretName of the entry of tokens that Salesforce accepts. Its instanceUrl must be tag, and its skipWhileFresh false.",
      "sObject: is missing or empty. API name of the Salesforce object whose records are upserted, such as Account.",
      "externalIdField: is missing or empty. External ID field by which Salesforce finds the record to update. Must be one of fields.",
      "fields: is missing or empty. Fields of Salesforce to set, each with the name of the property of a message's record that it is set from. Other properties are ignored. A record without a property leaves the field as it is; null empties it.",
      "topicId: is missing. Set it and subscriptionName to create a subscription, or set subscriptionId to use an existing one.",
    ],
  ];
  for (const [title, consumer, ...expected] of cases) {
    it(`${expected.length === 0 ? "take" : "refuse"} ${title}`, () => {
      assert.deepEqual(
        problems(consumer),
        expected.map((problem) => `consumers[0].${problem}`),
      );
    });
  }

  it("refuse what is no object, and a list that is none", () => {
    assert.deepEqual(problemsOf({ tokens: [leastToken], consumers: ["accounts"] }), [
      "consumers[0]: is not an object. Expected name, token and the other keys of a consumer.",
    ]);
    assert.deepEqual(problemsOf({ tokens: [leastToken], consumers: "accounts" }), [
      "consumers: is text. Expected a list (in YAML: each item on its own line, after a hyphen).",
    ]);
  });

  it("refuse a token that a refresh on demand would not renew, or whose host is not known", () => {
    assert.deepEqual(problems(leastConsumer, { skipWhileFresh: true, instanceUrl: "none" }), [
      "consumers[0].token: names tokens[0], which has skipWhileFresh: the refresh that the consumer starts when Salesforce ends the session would do nothing. Remove skipWhileFresh there.",
      "consumers[0].token: names tokens[0], whose instanceUrl is none: the consumer would not know the host of Salesforce. Set it to tag there.",
    ]);
    assert.deepEqual(problems(leastConsumer, { instanceUrl: "secret" }), [
      "consumers[0].token: names tokens[0], whose instanceUrl is secret. A consumer reads token and instance URL as one version of one secret, which needs no permission at a second one. Set it to tag there.",
    ]);
  });

  it("refuse two consumers of one name or one subscription, however it is named", () => {
    const second = { ...existing, subscriptionId: subscriptionId.toUpperCase() };
    const third = { ...leastConsumer, name: "third" };
    assert.deepEqual(problemsOf({ tokens: [leastToken], consumers: [leastConsumer, second, third] }), [
      "consumers[1].name: is the name of consumers[0], too. Rename one of them.",
      "consumers[1].subscriptionId: is the subscription of consumers[0], too, and each message goes to one of them only. Use another subscription.",
      "consumers[2].subscriptionName: is the subscription of consumers[0], too, and each message goes to one of them only. Use another subscription.",
    ]);
  });

  it("take two consumers of two subscriptions with one token", () => {
    const second = { ...leastConsumer, name: "contacts", subscriptionName: "contacts" };
    assert.deepEqual(problemsOf({ tokens: [leastToken], consumers: [leastConsumer, second] }), []);
  });
});
