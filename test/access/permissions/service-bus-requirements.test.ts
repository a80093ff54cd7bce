import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../../access/permissions";

const audience = "https://servicebus.azure.net";
const namespace = "https://shop.servicebus.windows.net";
const subscription = { name: "orders", subscription: "salesforce", deadLetters: false };
const receive = "Microsoft.ServiceBus/namespaces/messages/receive/action";
const send = "Microsoft.ServiceBus/namespaces/messages/send/action";

function request(method: string, uri: string, authentication: object = {}): object {
  return {
    type: "Http",
    inputs: { method, uri, authentication: { type: "ManagedServiceIdentity", audience, ...authentication } },
  };
}

function needs(action: object, values?: Record<string, unknown>, more: object = {}): unknown[] {
  return deriveRequirements({ actions: { Call: action, ...more } }, values).serviceBus.map(
    ({ operation, dataActions, namespaceHost, entity }) => [operation?.name, dataActions, namespaceHost, entity],
  );
}

const host = "shop.servicebus.windows.net";

describe("Requirements on Service Bus", () => {
  it("reads the operation, the namespace and the entity from method and address", () => {
    const uri = `${namespace}/orders/subscriptions/salesforce/messages/head?timeout=5`;
    assert.deepEqual(needs(request("POST", uri)), [["PeekLockMessage", [receive], host, subscription]]);
    assert.deepEqual(needs(request("DELETE", uri)), [["ReceiveAndDeleteMessage", [receive], host, subscription]]);
    assert.deepEqual(needs(request("POST", `${namespace}:443/orders/messages`)), [
      ["SendMessage", [send], host, { name: "orders", deadLetters: false }],
    ]);
  });

  it("takes names as they are meant, whatever their encoding", () => {
    assert.deepEqual(needs(request("POST", `${namespace}/orders%20a/messages`)), [
      ["SendMessage", [send], host, { name: "orders a", deadLetters: false }],
    ]);
  });

  it("follows parameters and constants whose values are known", () => {
    const uri = "@{parameters('namespace')}/@{outputs('Topic')}/subscriptions/salesforce/messages/head";
    const topic = { Topic: { type: "Compose", inputs: "orders" } };
    assert.deepEqual(needs(request("POST", uri), { namespace }, topic), [
      ["PeekLockMessage", [receive], host, subscription],
    ]);
  });

  it("leaves open what only deployment or the run tells", () => {
    const uri = "https://@{parameters('namespace')}.servicebus.windows.net/@{triggerBody()}/messages/head";
    assert.deepEqual(needs(request("POST", uri)), [["PeekLockMessage", [receive], undefined, undefined]]);
    assert.deepEqual(needs(request("POST", "@{parameters('uri')}/orders/messages")), [
      ["SendMessage", [send], undefined, { name: "orders", deadLetters: false }],
    ]);
  });

  it("settles a message by what stands behind /messages/, which is no receive-and-delete", () => {
    const location = "last(split(uriPath(outputs('Receive')['headers']['Location']), '/messages/'))";
    const uri = `${namespace}/orders/subscriptions/salesforce/messages/@{${location}}`;
    assert.deepEqual(needs(request("DELETE", uri)), [[undefined, [receive], host, subscription]]);
    assert.deepEqual(needs(request("POST", uri)), [[undefined, [receive, send], host, subscription]]);
    assert.deepEqual(needs(request("PUT", uri)), [["UnlockMessage", [receive], host, subscription]]);
    const known = `${namespace}/orders/subscriptions/salesforce/messages/@{body('a')}/@{body('b')}`;
    assert.deepEqual(needs(request("DELETE", known)), [["DeleteMessage", [receive], host, subscription]]);
  });

  it("takes an address that only the run tells for Service Bus's where the token is", () => {
    const uri = "@outputs('Receive')['headers']['Location']";
    assert.deepEqual(needs(request("PUT", uri)), [["UnlockMessage", [receive], undefined, undefined]]);
    assert.deepEqual(needs(request("PUT", uri, { audience: "https://management.azure.com" })), []);
    assert.deepEqual(needs(request("PUT", `${namespace}@{uriPath(${uri.slice(1)})}`)), [
      ["UnlockMessage", [receive], host, undefined],
    ]);
  });

  it("knows no need of a call that is on no message, and says that there is one", () => {
    assert.deepEqual(needs(request("GET", `${namespace}/orders?api-version=2017-04`)), [
      [undefined, [], host, undefined],
    ]);
  });

  it("needs nothing to call an event hub, another host, or a namespace by another identity", () => {
    const eventHubs = { audience: "https://eventhubs.azure.net" };
    assert.deepEqual(needs(request("POST", `${namespace}/hub/messages`, eventHubs)), []);
    assert.deepEqual(needs(request("POST", `${namespace}/hub/partitions/0/messages`)), []);
    assert.deepEqual(needs(request("POST", "https://api.example.com/orders/messages")), []);
    assert.deepEqual(needs(request("POST", "https://shop.servicebus.windows.net.example.com/orders/messages")), []);
    assert.deepEqual(needs(request("POST", `${namespace}/orders/messages`, { type: "ActiveDirectoryOAuth" })), []);
  });

  it("keeps the user-assigned identity that an action uses", () => {
    const action = request("POST", `${namespace}/orders/messages`, { identity: "/id/of" });
    assert.equal(deriveRequirements({ actions: { Send: action } }).serviceBus[0]?.identity, "/id/of");
  });
});

const managedApi = "/subscriptions/1/providers/Microsoft.Web/locations/westeurope/managedApis";

function connectorNeeds(method: string, path: string, connection: object = {}): unknown[] {
  const inputs = { method, path, host: { connection: { name: "@parameters('$connections')['bus']['connectionId']" } } };
  const authentication = { type: "ManagedServiceIdentity" };
  const bus = { id: `${managedApi}/servicebus`, connectionProperties: { authentication }, ...connection };
  const definition = { triggers: { Call: { type: "ApiConnection", inputs } } };
  return deriveRequirements(definition, { $connections: { bus } }).serviceBus.map(
    ({ operation, dataActions, connection: by, entity }) => [operation?.name, dataActions, by, entity],
  );
}

describe("Requirements on Service Bus through its managed connector", () => {
  const topic =
    "/@{encodeURIComponent(encodeURIComponent('orders'))}/subscriptions/@{encodeURIComponent('salesforce')}";
  for (const [method, path, operation, dataAction] of [
    ["get", "/messages/head/peek", "PeekLockMessage", receive],
    ["get", "/messages/batch/head/peek", "PeekLockMessage", receive],
    ["get", "/messages/batch/peek", "PeekLockMessage", receive],
    ["get", "/messages/head", "ReceiveAndDeleteMessage", receive],
    ["get", "/messages/batch/head", "ReceiveAndDeleteMessage", receive],
    ["delete", "/messages/complete", "DeleteMessage", receive],
    ["post", "/messages/abandon", "UnlockMessage", receive],
    ["post", "/messages/renewlock", "RenewLock", receive],
    ["post", "/messages/deadletter", undefined, receive],
    ["delete", "/sessions/@{encodeURIComponent('a')}/close", undefined, receive],
    ["post", "/messages", "SendMessage", send],
  ] as const) {
    it(`derives what ${method.toUpperCase()} ${path} needs`, () => {
      assert.deepEqual(connectorNeeds(method, topic + path), [[operation, [dataAction], "bus", subscription]]);
    });
  }

  it("leaves open an entity that only the run tells", () => {
    assert.deepEqual(connectorNeeds("post", "/@{encodeURIComponent(triggerBody())}/messages"), [
      ["SendMessage", [send], "bus", undefined],
    ]);
  });

  it("needs nothing by a connection string, nor by another connector", () => {
    assert.deepEqual(connectorNeeds("post", `${topic}/messages`, { connectionProperties: {} }), []);
    assert.deepEqual(connectorNeeds("post", `${topic}/messages`, { id: `${managedApi}/eventhubs` }), []);
  });

  it("knows the connector by its paths where its id is known only after deployment", () => {
    assert.deepEqual(connectorNeeds("post", "/orders/messages", { id: Symbol("unknown") }), [
      ["SendMessage", [send], "bus", { name: "orders", deadLetters: false }],
    ]);
    assert.deepEqual(connectorNeeds("get", "/secrets/a/value", { id: Symbol("unknown") }), []);
  });
});
