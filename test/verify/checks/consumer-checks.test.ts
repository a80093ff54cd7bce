import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { CheckResult } from "../../../verify/check-result";
import { checkConsumerRuns } from "../../../verify/checks/consumer-runs";
import { checkMessages, checkTopicSubscription } from "../../../verify/checks/topic-subscription";

const subscription = {
  name: "salesforce",
  status: "Active",
  lockDuration: "PT5M",
  maxDeliveryCount: 20,
  deadLettersExpired: true,
  hasSessions: false,
  forwardTo: "",
  waiting: 1,
  deadLetters: 0,
};
const summary = ({ status, seen }: CheckResult) => `${status}: ${seen}`;

describe("The check of a consumer's subscription", () => {
  it("passes with the settings of one that the program creates, and tells which outage messages survive", () => {
    assert.equal(
      summary(checkTopicSubscription(subscription)),
      "passed: locks of 5 min, 20 deliveries: a message survives an outage of 95 min",
    );
  });

  for (const [change, seen] of [
    [{ status: "ReceiveDisabled" }, "has the status ReceiveDisabled"],
    [{ hasSessions: true }, "has sessions, which Service Bus's REST interface cannot receive"],
    [{ forwardTo: "elsewhere" }, "forwards its messages to elsewhere"],
    [
      { lockDuration: "PT1M" },
      "has locks of PT1M instead of 5 min: work may outlast them, and deliveries are spent sooner",
    ],
    [{ deadLettersExpired: false }, "drops messages that expire instead of keeping them as dead letters"],
  ] as const) {
    it(`fails where it ${seen}`, () => {
      assert.equal(summary(checkTopicSubscription({ ...subscription, ...change })), `failed: ${seen}`);
    });
  }

  it("counts messages, and fails for dead letters alone", () => {
    assert.equal(summary(checkMessages(subscription)), "passed: 1 message waits, 0 dead letters");
    const dead = checkMessages({ ...subscription, waiting: 3, deadLetters: 1 });
    assert.equal(summary(dead), "failed: 3 messages wait, 1 dead letter");
    assert.match(dead.fix ?? "", /docs\/consumer\/README\.md, Dead letters/);
  });
});

describe("The check of a consumer's runs", () => {
  const runs = (...ends: readonly string[]) =>
    ends.map((end, index) => {
      const [status = "", code] = end.split(" ");
      return { name: `run-${index}`, status, ...(code === undefined ? {} : { code }) };
    });
  const checkWith = (waiting: number | undefined, ...ends: readonly string[]) =>
    checkConsumerRuns("app", runs(...ends), waiting, (code) => ({ cause: code, fix: "" })).map(summary);
  const check = (...ends: readonly string[]) => checkWith(1, ...ends);

  it("passes where all Succeeded, whatever the one that runs", () => {
    assert.deepEqual(check("Running", "Succeeded", "Succeeded"), ["passed: the last 2 Succeeded"]);
  });

  it("fails once for each class, with the latest run, the newest class first", () => {
    assert.deepEqual(check("Succeeded", "Failed RowsRejected", "Failed SalesforceLimit", "Failed RowsRejected"), [
      "failed: 2 of the last 4 ended Failed: RowsRejected (run run-1)",
      "failed: 1 of the last 4 ended Failed: SalesforceLimit (run run-2)",
    ]);
  });

  it("passes where failures are over: the last run Succeeded, and no message waits", () => {
    const ends = ["Succeeded", "Failed SessionRefused", "Failed SalesforceUnavailable", "Succeeded"];
    assert.deepEqual(checkWith(0, ...ends), [
      "passed: the last Succeeded, and no message waits; of the 3 before, 2 did not: SessionRefused, SalesforceUnavailable",
    ]);
    for (const waiting of [1, undefined]) {
      assert.deepEqual(checkWith(waiting, ...ends), [
        "failed: 1 of the last 4 ended Failed: SessionRefused (run run-1)",
        "failed: 1 of the last 4 ended Failed: SalesforceUnavailable (run run-2)",
      ]);
    }
    assert.deepEqual(checkWith(0, "Failed RowsRejected", "Succeeded"), [
      "failed: 1 of the last 2 ended Failed: RowsRejected (run run-0)",
    ]);
  });

  it("names a run without a code by its status", () => {
    assert.deepEqual(check("Cancelled"), ["failed: 1 of the last 1 ended Cancelled: Cancelled (run run-0)"]);
  });

  it("notes that no run has ended", () => {
    assert.deepEqual(check("Running"), ["noted: none has ended yet"]);
    assert.deepEqual(check(), ["noted: none has ended yet"]);
  });
});
