import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { ConnectorConnection } from "../../../emulator/logic-apps";
import { json, workflowBench, type WorkflowParts } from "./workflow-bench";

const swagger = {
  swagger: "2.0",
  info: { title: "Key Vault secrets" },
  host: "elsewhere.example",
  basePath: "/elsewhere",
  paths: {
    "/secrets/{secret-name}": {
      put: {
        parameters: [
          { name: "secret-name", in: "path", enum: ["allowed"], type: "string" },
          { name: "sv", in: "query", default: "1.0", type: "string" },
        ],
      },
    },
  },
};

const connection: ConnectorConnection = {
  connectionId: "/connections/c1",
  connectorId: "/customApis/a1",
  swagger,
  serviceUrl: "https://prod-00.westeurope.logic.azure.com/workflows/w/triggers/manual/paths/invoke",
  apiKey: { in: "query", name: "sig", value: "s&cret" },
};

const setSecret = (inputs: object = {}): WorkflowParts => ({
  parameters: { $connections: { type: "Object" } },
  values: { $connections: { value: { kv: { connectionId: "/connections/c1" } } } },
  actions: {
    Set: {
      type: "ApiConnection",
      runAfter: {},
      inputs: {
        host: { connection: { name: "@parameters('$connections')['kv']['connectionId']" } },
        method: "put",
        path: "/secrets/@{encodeURIComponent('db password')}",
        queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run" },
        body: { value: "v" },
        ...inputs,
      },
    },
  },
});

describe("an ApiConnection action", () => {
  it("calls the connector's serviceUrl with what it carries and the connection's key", async () => {
    const bench = workflowBench(() => json(200, { id: "x" }), { "/connections/c1": connection });
    const run = await bench.run(setSecret());
    const [request] = bench.requests;
    assert.equal(
      request?.url,
      "https://prod-00.westeurope.logic.azure.com/workflows/w/triggers/manual/paths/invoke/secrets/db%20password" +
        "?api-version=2019-05-01&sp=%2Ftriggers%2Fmanual%2Frun&sig=s%26cret",
    );
    assert.deepEqual([request.method, request.body], ["PUT", '{"value":"v"}']);
    assert.equal(request.headers?.["x-ms-client-tracking-id"], run.correlationId);
    assert.deepEqual((run.actions[0]?.outputs as { body: unknown }).body, { id: "x" });
    assert.doesNotMatch(JSON.stringify(run), /s&cret|s%26cret/);
  });

  it("fills in no default of the document", async () => {
    const bench = workflowBench(undefined, { "/connections/c1": connection });
    await bench.run(setSecret());
    assert.doesNotMatch(bench.requests[0]?.url ?? "", /sv=/);
  });

  it("sends a key that the document has in a header there", async () => {
    const apiKey = { in: "header", name: "x-key", value: "k" } as const;
    const bench = workflowBench(undefined, { "/connections/c1": { ...connection, apiKey } });
    await bench.run(setSecret());
    assert.equal(bench.requests[0]?.headers?.["x-key"], "k");
    assert.doesNotMatch(bench.requests[0].url, /sig=|x-key/);
  });

  it("passes the backend's failure on, and tries again as its policy says", async () => {
    const bench = workflowBench(() => json(503, {}), { "/connections/c1": connection });
    const run = await bench.run(setSecret({ retryPolicy: { type: "fixed", count: 1, interval: "PT5S" } }));
    assert.equal(run.actions[0]?.code, "ServiceUnavailable");
    assert.equal(run.actions[0].attempts, 2);
  });

  for (const [name, inputs, operation] of [
    ["path", { path: "/keys/a" }, "PUT /keys/a"],
    ["method", { method: "get" }, "GET /secrets/db%20password"],
    ["empty path parameter", { path: "/secrets/" }, "PUT /secrets/"],
  ] as const) {
    it(`fails with NotFound for an operation that the document does not have: another ${name}`, async () => {
      const bench = workflowBench(undefined, { "/connections/c1": connection });
      const run = await bench.run(setSecret(inputs));
      const message = `The connector 'Key Vault secrets' has no operation '${operation}'.`;
      assert.deepEqual(run.actions[0]?.error, { code: "NotFound", message });
      assert.deepEqual(bench.requests, []);
    });
  }

  it("fails when there is no such connection", async () => {
    const bench = workflowBench();
    const run = await bench.run(setSecret());
    assert.equal(run.actions[0]?.code, "ApiConnectionNotFound");
    assert.deepEqual(bench.requests, []);
  });
});
