import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "mocha";
import {
  codeOf,
  echo,
  openRequestBench,
  requestTrigger,
  type RequestBench,
  type RequestOptions,
} from "./request-bench";
import { workflow, workflowId } from "./workflow-bench";

describe("a Request trigger", () => {
  let bench: RequestBench;

  before(async () => {
    bench = await openRequestBench();
  });
  after(() => bench.close());
  beforeEach(() => {
    bench.reset();
  });

  it("has a callback URL in the form of listCallbackUrl", () => {
    const { value, basePath, queries, ...rest } = bench.logicApps.callbackUrl(workflowId, "trigger");
    assert.match(
      basePath,
      /^https:\/\/prod-00\.westeurope\.logic\.azure\.com:443\/workflows\/[0-9a-f]{32}\/triggers\/trigger\/paths\/invoke$/,
    );
    assert.deepEqual(rest, {
      method: "PUT",
      relativePath: "secrets/{name}/versions/{version}",
      relativePathParameters: ["name", "version"],
    });
    assert.match(queries.sig, /^[\w-]{43}$/);
    assert.deepEqual(
      { ...queries, sig: "" },
      { "api-version": "2019-05-01", sp: "/triggers/trigger/run", sv: "1.0", sig: "" },
    );
    const query = `api-version=2019-05-01&sp=%2Ftriggers%2Ftrigger%2Frun&sv=1.0&sig=${queries.sig}`;
    assert.equal(value, `${basePath}/secrets/{name}/versions/{version}?${query}`);
  });

  it("gives body, headers, queries and decoded path parameters to the run, and none of the key", async () => {
    const answer = await bench.call({
      change: (url) => {
        url.searchParams.set("page", "2");
      },
    });
    assert.equal(answer.status, 201);
    assert.equal(answer.headers["x-a"], "b");
    assert.match(answer.headers["content-type"] ?? "", /^application\/json/);
    const { headers, ...outputs } = JSON.parse(answer.body) as { headers: Record<string, string> };
    assert.equal(headers["content-type"], "application/json");
    assert.deepEqual(outputs, {
      queries: { page: "2" },
      relativePathParameters: { name: "db password", version: "1" },
      body: { value: "v" },
    });
    assert.doesNotMatch(answer.body, new RegExp(bench.logicApps.callbackUrl(workflowId, "trigger").queries.sig));
    const [run] = bench.runs();
    assert.equal(run?.status, "Succeeded");
    assert.equal(JSON.stringify(run).includes(bench.logicApps.callbackUrl(workflowId, "trigger").queries.sig), false);
  });

  it("takes the caller's correlation id", async () => {
    await bench.call({ headers: { "x-ms-client-tracking-id": "caller-1" } });
    assert.equal(bench.runs()[0]?.correlationId, "caller-1");
  });

  const refusals: readonly (readonly [string, number, string, (url: URL) => void, RequestOptions?])[] = [
    [
      "without api-version",
      400,
      "MissingApiVersionParameter",
      (url) => {
        url.searchParams.delete("api-version");
      },
    ],
    [
      "without sig",
      401,
      "DirectApiAuthorizationRequired",
      (url) => {
        url.searchParams.delete("sig");
      },
    ],
    [
      "with a wrong sig",
      401,
      "DirectApiAuthorizationRequired",
      (url) => {
        url.searchParams.set("sig", "x".repeat(43));
      },
    ],
    [
      "with a wrong sp",
      401,
      "DirectApiAuthorizationRequired",
      (url) => {
        url.searchParams.set("sp", "/triggers/other/run");
      },
    ],
    [
      "without sv",
      401,
      "DirectApiAuthorizationRequired",
      (url) => {
        url.searchParams.delete("sv");
      },
    ],
    [
      "with sig and Authorization",
      401,
      "DirectApiRequestHasMoreThanOneAuthorization",
      () => undefined,
      { headers: { authorization: "Bearer t" } },
    ],
    ["with another method", 405, "TriggerRequestMethodNotValid", () => undefined, { method: "POST" }],
    [
      "to another path",
      404,
      "TriggerRelativePathNotMatched",
      (url) => {
        url.pathname += "/more";
      },
    ],
    [
      "to another trigger",
      404,
      "WorkflowTriggerNotFound",
      (url) => {
        url.pathname = url.pathname.replace("trigger/", "other/");
      },
    ],
    [
      "to an unknown workflow",
      404,
      "WorkflowNotFound",
      (url) => {
        url.pathname = "/workflows/0/triggers/trigger/paths/invoke";
      },
    ],
    ["with broken JSON", 400, "InvalidRequestContent", () => undefined, { body: "{" }],
    ["with a body that breaks the schema", 400, "TriggerInputSchemaMismatch", () => undefined, { body: '{"value":5}' }],
    ["without a body", 400, "TriggerInputSchemaMismatch", () => undefined, { body: "" }],
  ];
  for (const [name, status, code, change, rest] of refusals) {
    it(`refuses a request ${name}, and starts no run`, async () => {
      const answer = await bench.call({ change, ...rest });
      assert.deepEqual([answer.status, codeOf(answer)], [status, code]);
      assert.equal(bench.runs().length, 0);
    });
  }

  it("names the property that breaks the schema, never its value", async () => {
    const answer = await bench.call({ body: '{"value":"v","extra":"hunter2"}' });
    assert.match(answer.body, /additional properties 'extra'/);
    assert.doesNotMatch(answer.body, /hunter2/);
  });

  it("takes any body without EnableSchemaValidation", async () => {
    bench.reset({ trigger: { ...requestTrigger, operationOptions: "" } });
    assert.equal((await bench.call({ body: '{"other":1}' })).status, 201);
  });

  it("keeps its URL when the workflow is updated, and loses it when the key is regenerated", async () => {
    const { value } = bench.logicApps.callbackUrl(workflowId, "trigger");
    bench.logicApps.putWorkflow(workflow({ actions: { Answer: echo }, trigger: requestTrigger }));
    assert.equal(bench.logicApps.callbackUrl(workflowId, "trigger").value, value);
    bench.logicApps.regenerateAccessKey(workflowId);
    const { sig } = Object.fromEntries(new URL(value).searchParams);
    const answer = await bench.call({
      change: (url) => {
        url.searchParams.set("sig", sig ?? "");
      },
    });
    assert.equal(answer.status, 401);
    assert.equal((await bench.call()).status, 201);
  });

  it("of a disabled workflow is not enabled", async () => {
    bench.reset({ state: "Disabled" });
    const answer = await bench.call();
    assert.deepEqual([answer.status, codeOf(answer)], [400, "WorkflowTriggerIsNotEnabled"]);
  });
});
