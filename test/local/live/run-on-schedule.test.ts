import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { LiveStack } from "../../../local/live/live-stack";
import { runOnSchedule } from "../../../local/live/run-on-schedule";
import { requireConsumer, requireRefresh, type ControlledStack } from "../../../local/stack/controlled-stack";
import { runNow } from "../../../local/stack/run-at-next-slot";
import { deployBuiltInStack } from "./faults/live-test-stack";

describe("The schedule of a served stack", function () {
  this.timeout(30_000);
  let stack: ControlledStack;

  const refresh = (token = "salesforce-token") => requireRefresh(stack, token);
  const consumer = () => requireConsumer(stack, "accounts");
  const disable = (id: string): Promise<void> => {
    const resource = stack.azure.arm.resources().find((each) => each.id === id);
    assert.ok(resource !== undefined);
    const properties = { ...(resource.body.properties as object), state: "Disabled" };
    return stack.azure.arm.put({ ...resource, body: { ...resource.body, properties } });
  };

  // At 9:00, at which each has just run: refreshes do so once an hour, the consumer once a minute.
  beforeEach(async () => {
    stack = await deployBuiltInStack();
  });
  afterEach(() => stack.azure.close());

  /**
   * Follows the schedule.
   *
   * @param until minutes from now
   * @param changes what a client does, by the minute in which it does so
   * @returns the runs in the order of their starts, and what is said of the next ones, each with the minute
   */
  async function follow(
    until: number,
    changes: Readonly<Record<number, () => Promise<void> | void>> = {},
  ): Promise<{ readonly runs: readonly string[]; readonly lines: readonly string[] }> {
    const start = stack.clock.now().getTime();
    const minute = (): number => Math.floor((stack.clock.now().getTime() - start) / 60_000);
    const end = new AbortController();
    const pending = new Map(Object.entries(changes));
    const runs: string[] = [];
    const lines: string[] = [];
    let underWay: Promise<string>[] = [];
    await runOnSchedule(new LiveStack(stack), {
      startRun: (workflow) => {
        const at = minute();
        const subject = workflow.role === "refresh" ? workflow.token.secretName : workflow.consumer.name;
        underWay.push(runNow(stack, workflow).then(({ status }) => `${at}: ${subject} ${status}`));
      },
      say: (line) => lines.push(`${minute()}: ${line}`),
      wait: async (milliseconds) => {
        runs.push(...(await Promise.all(underWay)));
        underWay = [];
        await stack.clock.wait(milliseconds);
        for (const [at, change] of pending) {
          if (minute() < Number(at)) continue;
          pending.delete(at);
          await change();
        }
        if (minute() >= until) end.abort();
      },
      signal: end.signal,
    });
    return { runs, lines };
  }

  it("starts every Logic App at each of its slots, also those that share one", async () => {
    const { runs, lines } = await follow(121);
    assert.deepEqual(
      runs.filter((run) => run.includes("token")),
      [
        "60: salesforce-token Succeeded",
        "60: partner-token Succeeded",
        "120: salesforce-token Succeeded",
        "120: partner-token Succeeded",
      ],
    );
    assert.equal(runs.filter((run) => run.endsWith(" accounts Succeeded")).length, 120);
    assert.deepEqual(lines.slice(0, 2), [
      `0: Next: ${consumer().name} at 2026-11-02T09:01:00.000Z`,
      `1: Next: ${consumer().name} at 2026-11-02T09:02:00.000Z`,
    ]);
  });

  it("goes on without a Logic App that a client deletes or disables, and waits once there is none", async () => {
    const { arm } = stack.azure;
    const { runs, lines } = await follow(181, {
      1: () => {
        arm.deleteResource(consumer().id);
      },
      61: () => disable(refresh("partner-token").id),
      121: () => {
        arm.deleteResource(refresh().id);
      },
    });
    assert.deepEqual(runs, [
      "60: salesforce-token Succeeded",
      "60: partner-token Succeeded",
      "120: salesforce-token Succeeded",
    ]);
    assert.deepEqual(lines, [
      `0: Next: ${consumer().name} at 2026-11-02T09:01:00.000Z`,
      `1: Next: ${refresh().name} at 2026-11-02T10:00:00.000Z`,
      `60: Next: ${refresh().name} at 2026-11-02T11:00:00.000Z`,
      `120: Next: ${refresh().name} at 2026-11-02T12:00:00.000Z`,
      "121: Next: nothing, since every scheduled Logic App is deleted or disabled",
    ]);
  });

  it("starts each once after the machine has slept", async () => {
    const { runs } = await follow(184, {
      2: () => {
        stack.clock.advanceTo(new Date("2026-11-02T12:02:30Z"));
      },
    });
    assert.deepEqual(runs, [
      "1: accounts Succeeded",
      "182: accounts Succeeded",
      "182: salesforce-token Succeeded",
      "182: partner-token Succeeded",
      "183: accounts Succeeded",
    ]);
  });
});
