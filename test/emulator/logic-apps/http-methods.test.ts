import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { http, workflowBench } from "./workflow-bench";

describe("an HTTP action", () => {
  for (const method of ["PUT", "PATCH", "DELETE", "POST"]) {
    it(`sends ${method} with queries and with a body, or without one, and takes an answer without a body`, async () => {
      const bench = workflowBench(() => ({ status: 204, headers: {}, body: "" }));
      const inputs = { method, queries: { timeout: 5 } };
      const run = await bench.run({
        actions: {
          With: http({ ...inputs, body: { a: [1] } }),
          Without: http(inputs, { runAfter: { With: ["Succeeded"] } }),
        },
      });
      assert.deepEqual(
        bench.requests.map((request) => [request.method, request.url, request.body]),
        [
          [method, "https://api.example/x?timeout=5", '{"a":[1]}'],
          [method, "https://api.example/x?timeout=5", undefined],
        ],
      );
      assert.deepEqual(run.actions[1]?.outputs, { statusCode: 204, headers: {} });
    });
  }
});
