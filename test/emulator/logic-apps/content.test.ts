import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { http, workflowBench } from "./workflow-bench";

describe("the body of an answer", () => {
  it("gives a form as its parts, besides its content", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const bench = workflowBench(() => ({ status: 200, headers, body: "a=1&b=x%20y" }));
    const run = await bench.run({ actions: { Call: http() } });
    assert.deepEqual((run.actions[0]?.outputs as { body?: unknown } | undefined)?.body, {
      "$content-type": "application/x-www-form-urlencoded",
      $content: Buffer.from("a=1&b=x%20y").toString("base64"),
      $formdata: [
        { key: "a", value: "1" },
        { key: "b", value: "x y" },
      ],
    });
  });
});
