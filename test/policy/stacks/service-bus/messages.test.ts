import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicies } from "../../../../policy/evaluation/evaluate-policies";
import {
  busStack,
  customGrant,
  grant,
  namespaceId,
  onBus,
  queueId,
  receive,
  receiveAction,
  receiveJob,
  send,
  sendAction,
  subscriptionId,
  topicId,
} from "./message-stacks";
import type { StackCase } from "../stack-builder";
import { accessPolicy, group, testStacks, vault, workflow } from "../stack-builder";

const both = { Receive: receive, Send: send };
const missing = ["missing-permissions"];
const excess = ["excess-permissions"];
const wide = ["wide-scopes"];

const needs: readonly StackCase[] = [
  ["receives without a grant", missing, busStack({ Receive: receive })],
  [
    "receives, and may send only",
    [...missing, ...excess],
    busStack({ Receive: receive }, grant("sender", subscriptionId)),
  ],
  [
    "receives, and may do so at another subscription",
    [...missing, ...excess],
    busStack({ Receive: receive }, grant("receiver", `${topicId}/subscriptions/other`)),
  ],
  ["sends, and may receive only", missing, busStack(both, grant("receiver", subscriptionId))],
  ["receives and may at its subscription", [], busStack({ Receive: receive }, grant("receiver", subscriptionId))],
  [
    "receives by a custom role with the one data action",
    [],
    busStack({ Receive: receive }, ...customGrant({ dataActions: [receiveAction] }, subscriptionId)),
  ],
  ["receives from a queue and may there", [], busStack({ Receive: receiveJob }, grant("receiver", queueId))],
  ["sends to a topic and may there", [], busStack({ Send: send }, grant("sender", topicId))],
  [
    "receives and sends, each where it may",
    [],
    busStack(both, grant("receiver", subscriptionId), grant("sender", topicId)),
  ],
  [
    "settles by the address that the message came with",
    [],
    busStack(
      {
        Receive: receive,
        Complete: onBus(
          "DELETE",
          "/orders/subscriptions/salesforce/messages/@{last(split(uriPath(outputs('Receive')['headers']['Location']), '/messages/'))}",
        ),
      },
      grant("receiver", subscriptionId),
    ),
  ],
  [
    "receives what died",
    [],
    busStack(
      { Receive: onBus("POST", "/orders/subscriptions/salesforce/$deadletterqueue/messages/head") },
      grant("receiver", subscriptionId),
    ),
  ],
  [
    "calls an event hub of another stack",
    [],
    busStack({
      Send: onBus("POST", "/hub/messages", {
        authentication: { type: "ManagedServiceIdentity", audience: "https://eventhubs.azure.net" },
      }),
    }),
  ],
];

const unused: readonly StackCase[] = [
  ["may receive and does not", excess, busStack({}, grant("receiver", subscriptionId))],
  [
    "may receive and send, and only receives",
    [...excess, "privileged-roles", ...wide],
    busStack({ Receive: receive }, grant("owner", topicId)),
  ],
  [
    "Data Owner at a subscription, where there are no keys",
    excess,
    busStack({ Receive: receive }, grant("owner", subscriptionId)),
  ],
  [
    "Data Owner at a queue, which has keys",
    ["privileged-roles"],
    busStack({ Receive: receiveJob, Send: onBus("POST", "/jobs/messages") }, grant("owner", queueId)),
  ],
  [
    "a custom role with a data action too many",
    excess,
    busStack({ Receive: receive }, ...customGrant({ dataActions: [receiveAction, sendAction] }, subscriptionId)),
  ],
  [
    "a custom role with an action of Resource Manager",
    excess,
    busStack(
      { Receive: receive },
      ...customGrant(
        { actions: ["Microsoft.ServiceBus/namespaces/topics/subscriptions/write"], dataActions: [receiveAction] },
        subscriptionId,
      ),
    ),
  ],
  [
    "a custom role that lists keys",
    ["privileged-roles"],
    busStack(
      { Receive: receive },
      ...customGrant({ actions: ["Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action"] }, namespaceId),
      grant("receiver", subscriptionId),
    ),
  ],
  [
    "Contributor at the namespace",
    ["privileged-roles"],
    busStack({ Receive: receive }, grant("receiver", subscriptionId), grant("contributor", namespaceId)),
  ],
  [
    "a custom role that reads besides",
    [],
    busStack(
      { Receive: receive },
      ...customGrant(
        { actions: ["Microsoft.ServiceBus/namespaces/topics/subscriptions/read"], dataActions: [receiveAction] },
        subscriptionId,
      ),
    ),
  ],
  [
    "receives from what only the run tells",
    [],
    busStack(
      { Receive: onBus("POST", "/@{body('Get_secret')?['id']}/messages/head") },
      grant("receiver", subscriptionId),
    ),
  ],
  [
    "sends by a call of which only the run tells what it does",
    [],
    busStack(
      { Call: onBus("POST", "/orders/messages@{body('Get_secret')?['id']}") },
      grant("sender", topicId),
      grant("receiver", topicId),
    ),
  ],
];

const scopes: readonly StackCase[] = [
  ["at the namespace", wide, busStack({ Receive: receive }, grant("receiver", namespaceId))],
  ["at the topic", wide, busStack({ Receive: receive }, grant("receiver", topicId))],
  ["at the group", wide, busStack({ Receive: receive }, grant("receiver", group))],
  ["a sender at the namespace", wide, busStack({ Send: send }, grant("sender", namespaceId))],
  ["a receiver at the namespace from a queue", wide, busStack({ Receive: receiveJob }, grant("receiver", namespaceId))],
];

describe("A workflow of Service Bus", () => {
  describe("compared with its grants", () => {
    testStacks(needs);
  });
  describe("with more than it uses", () => {
    testStacks(unused);
  });
  describe("granted more widely than it uses", () => {
    testStacks(scopes);
  });

  it("learns what is missing, and where", () => {
    const { findings } = evaluatePolicies(busStack({ Receive: receive }));
    const [finding] = findings.filter(({ rule }) => rule === "missing-permissions");
    assert.equal(finding?.path, "definition.actions.Receive");
    assert.equal(
      finding.message,
      'The action "Receive" needs to receive messages from the subscription salesforce of orders, and is not granted it.',
    );
    assert.equal(finding.remediation, `Assign a role with ${receiveAction} at the subscription salesforce of orders.`);
  });

  it("learns what would suffice", () => {
    const { findings } = evaluatePolicies(busStack({ Receive: receive }, grant("owner", subscriptionId)));
    const [finding] = findings.filter(({ rule }) => rule === "excess-permissions");
    assert.equal(finding?.message, `The role "Azure Service Bus Data Owner" grants unused permissions: ${sendAction}.`);
    assert.equal(finding.remediation, `Sufficient: ${receiveAction} at the subscription salesforce of orders.`);
  });

  it("leaves open what only deployment tells", () => {
    const { undecided } = evaluatePolicies({
      resources: [vault(), accessPolicy("get"), workflow({ Receive: receive })],
    });
    assert.deepEqual(
      undecided.filter(({ rule }) => rule === "missing-permissions").map(({ path }) => path),
      ["definition.actions.Receive"],
    );
  });
});
