import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../access";
import { walkActions } from "../../definition";
import { asObject } from "../../definition/json";
import { consumerDefinition, consumerFailureClasses, type Consumer } from "../../workflows";
import { serviceBusTopicId } from "../settings/settings-under-test";

const consumer: Consumer = {
  subscription: { kind: "created", topicId: serviceBusTopicId, name: "salesforce", maxDeliveryCount: 20 },
  sObject: "Account",
  externalIdField: "ERP_Id__c",
  fields: { ERP_Id__c: "erp_id", Name: "name" },
};
const token = { secretName: "salesforce-token", allowedInstanceUrlSuffixes: ["example.my.salesforce.com"] };
const entity = "https://sb-example.servicebus.windows.net/crm-updates/subscriptions/salesforce";
const identity = "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";

const definition = consumerDefinition(consumer, { token });
const actions = walkActions(definition);

function action(name: string, within: unknown = definition): Record<string, unknown> {
  const found = walkActions(within).find((placed) => placed.name === name);
  assert.ok(found !== undefined, name);
  return found.action;
}

const inputs = (name: string, within?: unknown): Record<string, unknown> =>
  action(name, within).inputs as Record<string, unknown>;

/** Seconds of an ISO 8601 duration of minutes and seconds. */
function seconds(duration: unknown): number {
  const [, minutes = "0", rest = "0"] = /^PT(?:(\d+)M)?(?:(\d+)S)?$/.exec(String(duration)) ?? [];
  return Number(minutes) * 60 + Number(rest);
}

describe("consumerDefinition", () => {
  it("runs every minute, and never twice at once", () => {
    assert.deepEqual(definition.triggers, {
      Recurrence: {
        type: "Recurrence",
        recurrence: { frequency: "Minute", interval: 1, startTime: "2026-01-01T00:00:00Z", timeZone: "UTC" },
        runtimeConfiguration: { concurrency: { runs: 1 } },
      },
    });
  });

  it("processes messages until one does not go on, and judges the run behind the loop by its variables", () => {
    const { description: _, actions: __, ...loop } = action("Process_messages");
    assert.deepEqual(loop, {
      type: "Until",
      runAfter: { Initialize_failure: ["Succeeded"] },
      expression: "@not(equals(variables('outcome'), 'Continue'))",
      limit: { count: 20, timeout: "PT30M" },
    });
    const { runAfter, expression } = action("Run_failed");
    assert.deepEqual(runAfter, { Process_messages: ["Succeeded", "Failed", "Skipped", "TimedOut"] });
    assert.deepEqual(expression, {
      or: [
        { equals: ["@not(empty(variables('failure')))", true] },
        { equals: ["@equals(variables('outcome'), 'Working')", true] },
      ],
    });
  });

  it("has the only Terminate outside the loop", () => {
    const terminates = actions.filter(({ type }) => type === "Terminate");
    assert.deepEqual(
      terminates.map(({ name, within }) => [name, ...within.map((around) => around.name)]),
      [["Fail_run", "Run_failed"]],
    );
  });

  it("calls Service Bus at a literal host and entity, by the message's own address", () => {
    const message = `${entity}/messages/@{last(split(uriPath(outputs('Receive_message')['headers']['Location']), '/messages/'))}`;
    const authentication = { type: "ManagedServiceIdentity", audience: "https://servicebus.azure.net" };
    const none = { type: "none" };
    assert.deepEqual(inputs("Receive_message"), {
      method: "POST",
      uri: `${entity}/messages/head?timeout=5`,
      authentication,
      retryPolicy: none,
    });
    assert.deepEqual(inputs("Complete_message"), {
      method: "DELETE",
      uri: message,
      authentication,
      retryPolicy: { type: "fixed", count: 2, interval: "PT5S" },
    });
    assert.deepEqual(inputs("Return_message"), { method: "PUT", uri: message, authentication, retryPolicy: none });
  });

  it("upserts by external ID, once, at the host of the token's own tag", () => {
    assert.deepEqual(inputs("Update_records"), {
      method: "PATCH",
      uri: "https://@{uriHost(body('Get_token')?['tags']?['instance_url'])}/services/data/v67.0/composite/sobjects/Account/ERP_Id__c",
      headers: {
        Accept: "application/json",
        Authorization: "Bearer @{body('Get_token')['value']}",
        "Content-Type": "application/json",
      },
      body: { allOrNone: false, records: "@body('Map_records')" },
      retryPolicy: { type: "none" },
    });
    assert.equal(actions.find(({ name }) => name === "Update_records")?.within.at(-1)?.name, "Host_is_allowed");
  });

  it("completes a message only where each record is stored", () => {
    const complete = actions.find(({ name }) => name === "Complete_message");
    assert.deepEqual(complete?.within.at(-1)?.name, "Records_are_stored");
    assert.deepEqual(complete.within.at(-1)?.branch, "actions");
    assert.deepEqual(action("Records_are_stored").expression, {
      and: [
        {
          equals: [
            "@equals(length(coalesce(actions('Stored_rows')?['outputs']?['body'], json('[]'))), length(coalesce(actions('Map_records')?['outputs']?['body'], json('[]'))))",
            true,
          ],
        },
      ],
    });
  });

  it("starts the refresh that its parameter names", () => {
    assert.deepEqual(inputs("Run_refresh"), {
      method: "POST",
      uri: "https://management.azure.com/@{parameters('refreshWorkflowId')}/triggers/Recurrence/run?api-version=2019-05-01",
      authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
      retryPolicy: { type: "none" },
    });
    const run = actions.find(({ name }) => name === "Run_refresh");
    assert.deepEqual(run?.within.at(-1)?.name, "No_refresh_yet");
    assert.deepEqual(action("No_refresh_yet").runAfter, { List_refreshes: ["Succeeded"] });
    assert.deepEqual(action("No_refresh_yet").expression, {
      and: [{ equals: ["@empty(body('List_refreshes')['value'])", true] }],
    });
  });

  it("lists the refreshes since the token was stored, apart from the one that stored it", () => {
    assert.deepEqual(inputs("List_refreshes"), {
      method: "GET",
      uri:
        "https://management.azure.com/@{parameters('refreshWorkflowId')}/runs?api-version=2019-05-01&$top=1&$filter=startTime%20ge%20" +
        "@{addSeconds('1970-01-01T00:00:00Z', add(int(coalesce(body('Get_token')?['attributes']?['created'], 0)), 60))}",
      authentication: { type: "ManagedServiceIdentity", audience: "https://management.azure.com" },
      retryPolicy: { type: "fixed", count: 1, interval: "PT5S" },
    });
  });

  it("maps fields of the settings and nothing else, and requires the external ID and what the settings require", () => {
    assert.equal(
      inputs("Map_records").select,
      `@union(json('{"attributes":{"type":"Account"}}'), if(contains(item(), 'erp_id'), setProperty(json('{}'), 'ERP_Id__c', item()?['erp_id']), json('{}')), if(contains(item(), 'name'), setProperty(json('{}'), 'Name', item()?['name']), json('{}')))`,
    );
    assert.equal(inputs("Incomplete_records").where, "@equals(item()?['ERP_Id__c'], null)");
    const required = consumerDefinition({ ...consumer, requiredFields: ["Name"] }, { token });
    assert.equal(
      inputs("Incomplete_records", required).where,
      "@or(equals(item()?['ERP_Id__c'], null), equals(item()?['Name'], null))",
    );
  });

  it("hides inputs and outputs of every request, Select and Query", () => {
    for (const { name, type, action: placed } of actions) {
      if (!["Http", "Select", "Query"].includes(type)) continue;
      assert.deepEqual(asObject(placed.runtimeConfiguration).secureData, { properties: ["inputs", "outputs"] }, name);
    }
  });

  it("limits every request, and the action around it, and is done with a message within its lock of 5 minutes", () => {
    const limits = new Map<string, number>();
    for (const { name, type, action: placed } of actions) {
      if (type !== "Http") continue;
      const limit = seconds(asObject(placed.limit).timeout);
      const request = seconds(asObject(asObject(placed.runtimeConfiguration).requestOptions).timeout);
      assert.ok(request > 0 && request < limit, name);
      limits.set(name, limit);
    }
    for (const last of [["Complete_message"], ["List_refreshes", "Run_refresh", "Return_message"]]) {
      const longest = ["Get_token", "Update_records", ...last].reduce((sum, name) => sum + (limits.get(name) ?? 0), 0);
      assert.ok(longest < 300, `${last.join(" ")}: ${longest}`);
    }
  });

  it("sets its variables to words of its own only", () => {
    const values = actions
      .filter(({ type }) => type === "SetVariable")
      .map(({ action: placed }) => String(asObject(placed.inputs).value));
    for (const value of values) {
      const literals = value.replace(/^@if\([^']*/, "").match(/'[^']*'/g) ?? [];
      const isOfTable = /body\('[A-Za-z_]+_cause'\)\)\['(?:code|outcome)'\]/.test(value);
      assert.ok(!value.startsWith("@") || isOfTable || literals.length >= 2, value);
    }
  });

  it("fails with classes that are listed, each of its tables' and its own", () => {
    const tables = Object.values(definition.parameters).flatMap(({ defaultValue }) =>
      Array.isArray(defaultValue) ? (defaultValue as readonly { code: string }[]).map(({ code }) => code) : [],
    );
    const noted = actions
      .filter(({ type }) => type === "SetVariable")
      .map(({ action: placed }) => asObject(placed.inputs))
      .filter(({ name }) => name === "failure")
      .flatMap(({ value }) => {
        const text = String(value);
        return text.startsWith("@") ? [...text.matchAll(/'([A-Z][A-Za-z]+)'/g)].map(([, word]) => word) : [text];
      });
    assert.deepEqual([...new Set([...tables, ...noted, "Unexpected"])].sort(), [...consumerFailureClasses].sort());
  });

  it("needs to read one secret, to receive from one subscription, to start one refresh, and to read its runs, each by its identity", () => {
    const needs = deriveRequirements(consumerDefinition(consumer, { token, identity }));
    assert.deepEqual(
      needs.vault.map(({ action: name, operation, secretNames }) => [name, operation.permission, secretNames]),
      [["Get_token", "get", ["salesforce-token"]]],
    );
    const receive = ["Microsoft.ServiceBus/namespaces/messages/receive/action"];
    const ofSubscription = { name: "crm-updates", subscription: "salesforce", deadLetters: false };
    for (const need of needs.serviceBus) {
      assert.deepEqual([need.dataActions, need.entity, need.identity], [receive, ofSubscription, identity]);
    }
    assert.deepEqual(needs.serviceBus.map(({ action: name }) => name).sort(), [
      "Complete_message",
      "Receive_message",
      "Return_message",
    ]);
    assert.deepEqual(needs.triggerRuns, [
      { action: "Run_refresh", workflow: { parameter: "refreshWorkflowId" }, trigger: "Recurrence", identity },
    ]);
    assert.deepEqual(needs.resourceManagerCalls, [
      {
        action: "List_refreshes",
        permission: "Microsoft.Logic/workflows/runs/read",
        workflow: { parameter: "refreshWorkflowId" },
        identity,
      },
    ]);
  });

  it("refuses an ID that is not a topic's", () => {
    const subscription = { ...consumer.subscription, topicId: "crm-updates" };
    assert.throws(() => consumerDefinition({ ...consumer, subscription }, { token }), {
      name: "RangeError",
      message: "subscription.topicId of a consumer is not the resource ID of a Service Bus topic.",
    });
  });
});
