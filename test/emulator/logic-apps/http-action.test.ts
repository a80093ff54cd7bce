import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { HostNotServedError, RequestTimeoutError } from "../../../emulator/network";
import { http, json, noon, workflowBench, type Server } from "./workflow-bench";

describe("an HTTP action", () => {
  it("sends method, URL with encoded queries, headers and a JSON body", async () => {
    const bench = workflowBench(() => json(201, { id: 7 }));
    const run = await bench.run({
      actions: {
        Call: http(
          {
            method: "put",
            uri: "https://api.example/x?a=1",
            queries: { "api-version": "2025 07&01", n: 5 },
            headers: { Accept: "text/plain" },
            body: { name: "@{workflow()['name']}" },
          },
          { operationOptions: "SuppressWorkflowHeaders" },
        ),
      },
    });
    assert.deepEqual(bench.requests, [
      {
        method: "PUT",
        url: "https://api.example/x?a=1&api-version=2025+07%2601&n=5",
        headers: { "content-type": "application/json; charset=utf-8", accept: "text/plain" },
        body: '{"name":"refresh"}',
        timeoutMilliseconds: 120_000,
      },
    ]);
    const [action] = run.actions;
    assert.equal(action?.code, "Created");
    assert.equal(action.attempts, 1);
    assert.deepEqual(action.outputs, {
      statusCode: 201,
      headers: { "content-type": "application/json" },
      body: { id: 7 },
    });
  });

  it("sends a string body as it is, with the content type that the action gives", async () => {
    const bench = workflowBench();
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    await bench.run({ actions: { Call: http({ method: "POST", headers: form, body: "a=1&b=2" }) } });
    assert.equal(bench.requests[0]?.body, "a=1&b=2");
    assert.equal(bench.requests[0].headers?.["content-type"], "application/x-www-form-urlencoded");
  });

  it("adds workflow headers, the run id and its correlation id among them, unless they are suppressed", async () => {
    const bench = workflowBench();
    const run = await bench.run({ actions: { Call: http() } });
    const headers = bench.requests[0]?.headers;
    assert.equal(headers?.["x-ms-workflow-run-id"], run.id);
    assert.equal(headers["x-ms-client-tracking-id"], run.correlationId);
    assert.equal(headers["x-ms-workflow-name"], "refresh");
    assert.equal(headers["x-ms-workflow-resourcegroup-name"], "g1");
  });

  it("fails on a status of 400 or more with its name as code, and keeps the outputs", async () => {
    const run = await workflowBench(() => json(403, { error: { code: "Forbidden" } })).run({
      actions: { Call: http() },
    });
    const [action] = run.actions;
    assert.equal(action?.status, "Failed");
    assert.equal(action.code, "Forbidden");
    assert.deepEqual(action.error, { code: "Forbidden", message: "The server answered with status 403 (Forbidden)." });
    assert.deepEqual((action.outputs as { body: unknown }).body, { error: { code: "Forbidden" } });
    assert.equal(action.attempts, 1);
  });

  it("fails on http:// without sending", async () => {
    const bench = workflowBench();
    const run = await bench.run({ actions: { Call: http({ uri: "http://api.example/x" }) } });
    assert.equal(run.actions[0]?.code, "BadRequest");
    assert.deepEqual(bench.requests, []);
  });

  it("reads text as text, and wraps what is neither text nor JSON", async () => {
    const text = { status: 200, headers: { "content-type": "text/plain" }, body: "hi" };
    const binary = { status: 200, headers: {}, body: "hi" };
    const run = await workflowBench((_request, count) => (count === 1 ? text : binary)).run({
      actions: { Text: http(), Binary: http({}, { runAfter: { Text: ["Succeeded"] } }) },
    });
    assert.deepEqual(
      run.actions.map(({ outputs }) => (outputs as { body: unknown }).body),
      ["hi", { "$content-type": "application/octet-stream", $content: "aGk=" }],
    );
  });

  it("fails on 202 with a location unless DisableAsyncPattern is set", async () => {
    const server: Server = () => ({ status: 202, headers: { location: "https://api.example/later" }, body: "" });
    const polling = await workflowBench(server).run({ actions: { Call: http() } });
    assert.equal(polling.actions[0]?.code, "AsyncPatternNotServed");
    const plain = await workflowBench(server).run({
      actions: { Call: http({}, { operationOptions: "DisableAsyncPattern" }) },
    });
    assert.equal(plain.actions[0]?.code, "Accepted");
  });
});

describe("an HTTP action's managed identity", () => {
  const withIdentity = (authentication: object): object => http({ authentication });
  const id = "/subscriptions/s1/resourceGroups/g1/providers/Microsoft.ManagedIdentity/userAssignedIdentities/I1";

  it("is the system-assigned one unless one is named", async () => {
    const bench = workflowBench();
    const authentication = { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" };
    await bench.run({
      actions: { Call: withIdentity(authentication) },
      identity: { systemAssigned: "p1", userAssigned: { [id.toLowerCase()]: "p2" } },
    });
    assert.equal(bench.requests[0]?.headers?.authorization, "Bearer p1|https://vault.azure.net");
  });

  it("is found by resource id whatever its case, and its audience is Resource Manager's unless given", async () => {
    const bench = workflowBench();
    await bench.run({
      actions: { Call: withIdentity({ type: "ManagedServiceIdentity", identity: id }) },
      identity: { userAssigned: { [id.toLowerCase()]: "p2" } },
    });
    assert.equal(bench.requests[0]?.headers?.authorization, "Bearer p2|https://management.azure.com/");
  });

  it("fails the action when the workflow does not have it", async () => {
    const bench = workflowBench();
    const run = await bench.run({ actions: { Call: withIdentity({ type: "ManagedServiceIdentity" }) } });
    assert.equal(run.actions[0]?.code, "WorkflowManagedIdentityConfigurationInvalid");
    assert.deepEqual(bench.requests, []);
  });
});

describe("an HTTP action's retries", () => {
  const seconds = (run: { startTime: Date; endTime?: Date }): number =>
    (Number(run.endTime) - Number(run.startTime)) / 1000;

  it("are four, exponential from 7.5 s to 45 s, unless the action says otherwise", async () => {
    const run = await workflowBench(() => json(503, {})).run({ actions: { Call: http() } });
    assert.equal(run.actions[0]?.attempts, 5);
    assert.equal(run.actions[0].code, "ServiceUnavailable");
    assert.equal(seconds(run), 7.5 + 15 + 30 + 45);
  });

  it("stop at the first success, and each is billed", async () => {
    const bench = workflowBench((_request, count) => json(count < 3 ? 429 : 200, {}));
    const retryPolicy = { type: "fixed", count: 2, interval: "PT5S" };
    const run = await bench.run({ actions: { Call: http({ retryPolicy }) } });
    assert.equal(run.status, "Succeeded");
    assert.equal(run.actions[0]?.attempts, 3);
    assert.equal(seconds(run), 10);
    assert.equal(bench.logicApps.billableActions(run), 4);
  });

  for (const [status, attempts] of [
    [408, 2],
    [429, 2],
    [500, 2],
    [400, 1],
    [401, 1],
    [403, 1],
    [404, 1],
    [409, 1],
  ] as const) {
    it(`are ${attempts - 1} of one allowed after ${status}`, async () => {
      const retryPolicy = { type: "fixed", count: 1, interval: "PT5S" };
      const run = await workflowBench(() => json(status, {})).run({ actions: { Call: http({ retryPolicy }) } });
      assert.equal(run.actions[0]?.attempts, attempts);
    });
  }

  it("are none with the type none, and double with exponential", async () => {
    const down: Server = () => json(500, {});
    const none = await workflowBench(down).run({ actions: { Call: http({ retryPolicy: { type: "none" } }) } });
    assert.equal(none.actions[0]?.attempts, 1);
    const retryPolicy = { type: "exponential", count: 3, interval: "PT10S", maximumInterval: "PT30S" };
    assert.equal(seconds(await workflowBench(down).run({ actions: { Call: http({ retryPolicy }) } })), 10 + 20 + 30);
  });

  it("wait for Retry-After when it is longer, in seconds or until a date", async () => {
    const retryPolicy = { type: "fixed", count: 1, interval: "PT5S" };
    for (const after of ["60", new Date(noon.getTime() + 60_000).toUTCString()]) {
      const bench = workflowBench(() => json(429, {}, { "retry-after": after }));
      assert.equal(seconds(await bench.run({ actions: { Call: http({ retryPolicy }) } })), 60);
    }
  });

  it("follow failed connections and time-outs, which end as TimedOut", async () => {
    const failure = new RequestTimeoutError("api.example", 30_000);
    const retryPolicy = { type: "fixed", count: 1, interval: "PT5S" };
    const slow = workflowBench(() => Promise.reject(failure));
    const timedOut = await slow.run({
      actions: { Call: http({ retryPolicy }, { runtimeConfiguration: { requestOptions: { timeout: "PT30S" } } }) },
    });
    assert.equal(slow.requests[0]?.timeoutMilliseconds, 30_000);
    assert.equal(timedOut.actions[0]?.status, "TimedOut");
    assert.equal(timedOut.actions[0].attempts, 2);
    assert.equal(timedOut.status, "Failed");
    const cut = workflowBench(() => Promise.reject(new Error("ECONNRESET https://api.example/x?sig=s")));
    const [action] = (await cut.run({ actions: { Call: http({ retryPolicy }) } })).actions;
    assert.equal(action?.attempts, 2);
    assert.deepEqual(action.error, { code: "ConnectionFailure", message: "The connection to 'api.example' failed." });
  });

  it("are cut off by limit.timeout, which limits the action with all its waits", async () => {
    const limited = http(
      { retryPolicy: { type: "fixed", count: 4, interval: "PT20S" } },
      { limit: { timeout: "PT50S" } },
    );
    const down: Server = () => json(503, {}, { "retry-after": "3600" });
    for (const status of ["TimedOut", "Cancelled"] as const) {
      const bench = workflowBench(down, {}, { actionTimeoutStatus: status });
      const run = await bench.run({ actions: { Call: limited } });
      assert.deepEqual(
        [run.status, run.actions[0]?.status, run.actions[0]?.code],
        ["Failed", status, "ActionTimedOut"],
      );
      assert.deepEqual([seconds(run), run.actions[0]?.attempts], [50, 1]);
    }
  });

  it("each have limit.timeout to themselves, where that is the reading", async () => {
    const limited = http(
      { retryPolicy: { type: "fixed", count: 4, interval: "PT20S" } },
      { limit: { timeout: "PT50S" } },
    );
    const bench = workflowBench(() => json(503, {}), {}, { actionTimeout: "EachRequest" });
    const run = await bench.run({ actions: { Call: limited } });
    assert.deepEqual([run.actions[0]?.status, run.actions[0]?.attempts, seconds(run)], ["Failed", 5, 80]);
    assert.equal(bench.requests[0]?.timeoutMilliseconds, 50_000);
  });

  it("are none for a host that nobody serves, which is named", async () => {
    const failure = new HostNotServedError("api.example");
    const run = await workflowBench(() => Promise.reject(failure)).run({ actions: { Call: http() } });
    assert.equal(run.actions[0]?.attempts, 1);
    assert.equal(run.actions[0].code, "NameResolutionFailure");
    assert.match(run.actions[0].error?.message ?? "", /'api\.example'/);
  });
});
