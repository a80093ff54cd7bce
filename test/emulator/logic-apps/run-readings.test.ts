import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Readings } from "../../../emulator/provenance";
import { refusals } from "./check/refusals";
import { json, workflowBench } from "./workflow-bench";

const get = { type: "Http", runAfter: {}, inputs: { method: "GET", uri: "https://api.example.com/" } };

/** Bodies that a workflow sees of an answer with a content type, by readings. */
async function bodyOf(contentType: string | undefined, body: string, readings: Partial<Readings>): Promise<unknown> {
  const headers = contentType === undefined ? {} : { "content-type": contentType };
  const bench = workflowBench(() => ({ status: 200, headers, body }), {}, readings);
  const run = await bench.run({ actions: { Get: get } });
  return (run.actions[0]?.outputs as { body: unknown }).body;
}

const envelope = (type: string, body: string) => ({
  "$content-type": type,
  $content: Buffer.from(body).toString("base64"),
});

describe("The readings of a content type", () => {
  it("take XML for a wrapped body or a text, apart from text/html", async () => {
    for (const type of ["application/xml", "application/atom+xml"]) {
      assert.deepEqual(await bodyOf(type, "<a/>", {}), envelope(type, "<a/>"));
      assert.equal(await bodyOf(type, "<a/>", { xmlTypes: "text", textTypes: "envelope" }), "<a/>");
    }
    const html = await bodyOf("text/html", "<a/>", { xmlTypes: "text", textTypes: "envelope" });
    assert.deepEqual(html, envelope("text/html", "<a/>"));
  });

  it("take a body without a type for a wrapped one, a text, or the value that it is", async () => {
    const wrapped = envelope("application/octet-stream", '{"a":1}');
    assert.deepEqual(await bodyOf(undefined, '{"a":1}', {}), wrapped);
    assert.equal(await bodyOf(undefined, '{"a":1}', { missingType: "text" }), '{"a":1}');
    assert.deepEqual(await bodyOf(undefined, '{"a":1}', { missingType: "value" }), { a: 1 });
    assert.equal(await bodyOf(undefined, '{"a"', { missingType: "value" }), '{"a"');
  });
});

describe("The readings of a delivery", () => {
  it("send a request once, or twice and answer with the second", async () => {
    for (const [delivery, count] of [
      ["once", 1],
      ["twice", 2],
    ] as const) {
      const bench = workflowBench((_, asked) => json(200, asked), {}, { delivery });
      const run = await bench.run({ actions: { Get: get } });
      assert.equal(bench.requests.length, count);
      const { outputs, attempts } = run.actions[0] ?? assert.fail();
      assert.deepEqual([(outputs as { body: unknown }).body, attempts], [count, 1]);
    }
  });
});

describe("The readings of a cancelled action", () => {
  const slow = {
    ...get,
    limit: { timeout: "PT30S" },
    inputs: { ...get.inputs, retryPolicy: { type: "fixed", count: 4, interval: "PT1M" } },
  };

  for (const cancelledWithin of ["Failed", "Cancelled", "Succeeded"] as const) {
    it(`end the scope around it and the run ${cancelledWithin}`, async () => {
      const readings = { actionTimeoutStatus: "Cancelled", cancelledWithin } as const;
      const bench = workflowBench(() => json(503, {}), {}, readings);
      const run = await bench.run({ actions: { Scope: { type: "Scope", runAfter: {}, actions: { Slow: slow } } } });
      const statuses = Object.fromEntries(run.actions.map(({ name, status }) => [name, status]));
      assert.deepEqual(statuses, { Scope: cancelledWithin, Slow: "Cancelled" });
      assert.equal(run.status, cancelledWithin);
    });
  }

  it("refuse the run-after status Cancelled, or accept it in any letter case and run the action", async () => {
    const after = { type: "Compose", runAfter: { Slow: ["CANCELLED"] }, inputs: 1 };
    const actions = { Slow: slow, After: after };
    assert.deepEqual(refusals({ actions }), [
      "The action 'After' runs after 'Slow' with the status 'CANCELLED'; allowed: Succeeded, Failed, Skipped, TimedOut.",
    ]);
    const readings = { actionTimeoutStatus: "Cancelled", runAfterCancelled: "accepted" } as const;
    assert.deepEqual(refusals({ actions }, readings), []);
    const run = await workflowBench(() => json(503, {}), {}, readings).run({ actions });
    assert.equal(run.status, "Succeeded");
  });
});

describe("The readings of a skipped action", () => {
  const skipped = { type: "Compose", runAfter: { First: ["Failed"] }, inputs: 1 };
  const reading = (inputs: string) => ({
    First: { type: "Compose", runAfter: {}, inputs: 1 },
    Skipped: skipped,
    Read: { type: "Compose", runAfter: { Skipped: ["Skipped"] }, inputs },
  });
  const outcome = async (inputs: string, skippedAction: Readings["skippedAction"]) => {
    const run = await workflowBench(undefined, {}, { skippedAction }).run({ actions: reading(inputs) });
    const read = run.actions.find(({ name }) => name === "Read");
    return [read?.status, read?.outputs ?? null];
  };

  it("give null for its outputs, or fail the action that reads them; its status is always there", async () => {
    assert.deepEqual(await outcome("@outputs('Skipped')", "withoutOutputs"), ["Succeeded", null]);
    assert.deepEqual(await outcome("@outputs('Skipped')", "outputsFail"), ["Failed", null]);
    assert.deepEqual(await outcome("@body('Skipped')", "outputsFail"), ["Failed", null]);
    assert.deepEqual(await outcome("@actions('Skipped')['status']", "outputsFail"), ["Succeeded", "Skipped"]);
  });
});
