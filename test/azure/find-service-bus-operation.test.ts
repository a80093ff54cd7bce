import assert from "node:assert/strict";
import { findServiceBusOperation } from "../../azure/find-service-bus-operation";

const subscription = { name: "orders", subscription: "salesforce", deadLetters: false };

function found(method: string, path: string): unknown {
  const match = findServiceBusOperation(method, path);
  return match && { name: match.operation.name, entity: match.entity, ...(match.locked && { locked: match.locked }) };
}

describe("Operations of Service Bus's REST interface", () => {
  for (const [method, path, expected] of [
    ["POST", "/orders/messages", { name: "SendMessage", entity: { name: "orders", deadLetters: false } }],
    ["POST", "/orders/subscriptions/salesforce/messages/head", { name: "PeekLockMessage", entity: subscription }],
    ["post", "/orders/Subscriptions/salesforce/Messages/Head", { name: "PeekLockMessage", entity: subscription }],
    [
      "DELETE",
      "/orders/subscriptions/salesforce/messages/head",
      { name: "ReceiveAndDeleteMessage", entity: subscription },
    ],
    [
      "DELETE",
      "/orders/subscriptions/salesforce/messages/7/0b1c",
      { name: "DeleteMessage", entity: subscription, locked: { message: "7", lockToken: "0b1c" } },
    ],
    [
      "PUT",
      "/orders/subscriptions/salesforce/messages/7/0b1c",
      { name: "UnlockMessage", entity: subscription, locked: { message: "7", lockToken: "0b1c" } },
    ],
    [
      "POST",
      "/orders/subscriptions/salesforce/messages/7/0b1c",
      { name: "RenewLock", entity: subscription, locked: { message: "7", lockToken: "0b1c" } },
    ],
    [
      "POST",
      "/orders/subscriptions/salesforce/$DeadLetterQueue/messages/head",
      { name: "PeekLockMessage", entity: { ...subscription, deadLetters: true } },
    ],
    [
      "POST",
      "/erp/orders/messages/head",
      { name: "PeekLockMessage", entity: { name: "erp/orders", deadLetters: false } },
    ],
  ] as const) {
    it(`${method} ${path} is ${expected.name}`, () => {
      assert.deepEqual(found(method, path), expected);
    });
  }

  for (const [method, path] of [
    ["GET", "/orders/messages/head"],
    ["PUT", "/orders/messages/head"],
    ["POST", "/messages/head"],
    ["DELETE", "/orders/messages/7"],
    ["DELETE", "/orders/messages/7/0b1c/more"],
    ["POST", "/orders"],
  ] as const) {
    it(`has no operation for ${method} ${path}`, () => {
      assert.equal(found(method, path), undefined);
    });
  }
});
