import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Readings } from "../../../emulator/provenance";
import type { HttpAnswer } from "../../../emulator/network";
import type { ActionRecord } from "../../../emulator/logic-apps";
import { compose, http, json, noon, workflowBench } from "./workflow-bench";

/** Runs an HTTP action that gets an answer, under a reading. */
async function answered(answer: HttpAnswer, readings: Partial<Readings>): Promise<ActionRecord | undefined> {
  const run = await workflowBench(() => answer, {}, readings).run({
    actions: { Call: http({ retryPolicy: { type: "none" } }) },
  });
  return run.actions[0];
}

const bodyOf = (action: ActionRecord | undefined): unknown => (action?.outputs as { body?: unknown } | undefined)?.body;
const ofType = (type: string, body: string): HttpAnswer => ({ status: 200, headers: { "content-type": type }, body });
const envelope = (type: string, body: string) => ({
  "$content-type": type,
  $content: Buffer.from(body).toString("base64"),
});

describe("the readings of an answer", () => {
  it("JSON that does not parse fails the action, with or without outputs, or is a text", async () => {
    const broken = ofType("application/json", "{");
    const fails = await answered(broken, { malformedJson: "fails" });
    assert.deepEqual([fails?.code, fails?.outputs], ["BadRequest", undefined]);
    const failsWithOutputs = await answered(broken, { malformedJson: "failsWithOutputs" });
    assert.equal(failsWithOutputs?.code, "BadRequest");
    assert.deepEqual(failsWithOutputs.outputs, { statusCode: 200, headers: broken.headers });
    const text = await answered(broken, { malformedJson: "text" });
    assert.deepEqual([text?.status, bodyOf(text)], ["Succeeded", "{"]);
  });

  it("JSON of another type is a value, or wrapped", async () => {
    const problem = ofType("application/problem+json", '{"a":1}');
    assert.deepEqual(bodyOf(await answered(problem, { jsonTypes: "value" })), { a: 1 });
    const wrapped = bodyOf(await answered(problem, { jsonTypes: "envelope" }));
    assert.deepEqual(wrapped, envelope("application/problem+json", '{"a":1}'));
  });

  it("text of another type is a text, or wrapped", async () => {
    const page = ofType("text/html", "<p>");
    assert.equal(bodyOf(await answered(page, { textTypes: "text" })), "<p>");
    assert.deepEqual(bodyOf(await answered(page, { textTypes: "envelope" })), envelope("text/html", "<p>"));
  });

  it("string() of a wrapped body is its content, or the wrapping", async () => {
    const actions = { Call: http(), Read: compose("@string(body('Call'))", { Call: ["Succeeded"] }) };
    const read = async (stringOfEnvelope: Readings["stringOfEnvelope"]): Promise<unknown> => {
      const bench = workflowBench(() => ofType("application/octet-stream", "hi"), {}, { stringOfEnvelope });
      return (await bench.run({ actions })).actions[1]?.outputs;
    };
    assert.equal(await read("decoded"), "hi");
    assert.deepEqual(JSON.parse(String(await read("json"))), envelope("application/octet-stream", "hi"));
  });

  it("a redirect fails the action, or is a success", async () => {
    const redirect: HttpAnswer = { status: 302, headers: { location: "https://api.example/y" }, body: "" };
    assert.equal((await answered(redirect, { redirects: "fails" }))?.status, "Failed");
    assert.equal((await answered(redirect, { redirects: "succeeds" }))?.status, "Succeeded");
  });

  it("Retry-After is waited for whatever the status, or in seconds after 429 only", async () => {
    const waited = async (status: number, retryAfter: Readings["retryAfter"]): Promise<number> => {
      const server = (_request: unknown, count: number): HttpAnswer =>
        count === 1 ? json(status, {}, { "retry-after": "3600" }) : json(200, {});
      const bench = workflowBench(server, {}, { retryAfter });
      await bench.run({ actions: { Call: http() } });
      return (bench.clock.now().getTime() - noon.getTime()) / 1_000;
    };
    assert.equal(await waited(503, "any"), 3600);
    assert.equal(await waited(503, "secondsAfter429"), 7.5);
    assert.equal(await waited(429, "secondsAfter429"), 3600);
  });
});
