import assert from "node:assert/strict";
import type { Connection } from "jsforce";
import { afterEach, beforeEach, describe, it } from "mocha";
import { readHeaders, requestOfJsforce, withJsforce, type Jsforce } from "./jsforce";
import { client, host, openOrg, upsertPath, type OrgBench } from "./org-bench";

/** The client of Salesforce's own command line, unchanged. */
describe("Salesforce, as jsforce uses it", () => {
  let bench: OrgBench;

  beforeEach(async () => {
    bench = await openOrg();
  });
  afterEach(() => bench.network.close());

  /** Connects with a token, and asks for another one when that is refused. */
  function connect(
    jsforce: Jsforce,
    accessToken: string,
  ): { readonly connection: Connection; readonly refreshed: readonly string[] } {
    const refreshed: string[] = [];
    const oauth2 = new jsforce.OAuth2({ loginUrl: `https://${host}`, ...client });
    const connection = new jsforce.Connection({
      instanceUrl: bench.org.instanceUrl,
      accessToken,
      version: "67.0",
      refreshFn: (_, callback) => {
        oauth2
          .requestToken({
            grant_type: "client_credentials",
            client_id: client.clientId,
            client_secret: client.clientSecret,
          })
          .then(({ access_token: token }) => {
            refreshed.push(token);
            callback(null, token);
          }, callback);
      },
    });
    return { connection, refreshed };
  }

  const orders = (count: number): { readonly ERP_Id__c: string; readonly Name: string }[] =>
    Array.from({ length: count }, (_, index) => ({ ERP_Id__c: String(index), Name: `n${index}` }));

  it("upserts 201 records in two requests, and the same again changes none", () =>
    withJsforce(bench.network, async (jsforce) => {
      const { connection } = connect(jsforce, await bench.token());
      const upsert = async () =>
        (await connection.sobject("Order__c").upsert(orders(201), "ERP_Id__c", { allowRecursive: true })).map(
          ({ id, success, errors, created }) => ({ id, success, errors, created }),
        );
      const stored = (): readonly string[] => bench.org.records("Order__c").map(({ Id }) => Id);
      assert.deepEqual(
        await upsert(),
        stored().map((id) => ({ id, success: true, errors: [], created: true })),
      );
      assert.equal(stored().length, 201);
      assert.deepEqual(
        await upsert(),
        stored().map((id) => ({ id, success: true, errors: [], created: false })),
      );
      assert.deepEqual(
        bench.org.requests().map(({ method, path, status }) => [method, path, status]),
        Array.from({ length: 4 }, () => ["PATCH", upsertPath, 200]),
      );
      assert.deepEqual(connection.limitInfo, { apiUsage: { used: 4, limit: 100_000 } });
    }));

  it("refreshes a session that was revoked, once, and repeats the request", () =>
    withJsforce(bench.network, async (jsforce) => {
      const token = await bench.token();
      const { connection, refreshed } = connect(jsforce, token);
      await new jsforce.OAuth2({ loginUrl: `https://${host}` }).revokeToken(token);
      const [result] = await connection.sobject("Order__c").upsert(orders(1), "ERP_Id__c");
      assert.equal(result?.success, true);
      assert.deepEqual(refreshed, [connection.accessToken]);
      assert.deepEqual(
        bench.org.requests().map(({ status }) => status),
        [401, 200],
      );
    }));

  it("does not refresh a session that may not use the REST API", () =>
    withJsforce(bench.network, async (jsforce) => {
      const { connection, refreshed } = connect(jsforce, await bench.token());
      bench.org.failRequests("INVALID_SESSION_ID");
      await assert.rejects(connection.sobject("Order__c").upsert(orders(1), "ERP_Id__c"), {
        errorCode: "INVALID_SESSION_ID",
        message: "This session is not valid for use with the REST API",
      });
      assert.deepEqual(refreshed, []);
    }));

  it("reads which records were rejected, and why", () =>
    withJsforce(bench.network, async (jsforce) => {
      const { connection } = connect(jsforce, await bench.token());
      bench.org.rejectRecord("1", "UNABLE_TO_LOCK_ROW");
      const results = await connection.sobject("Order__c").upsert(orders(3), "ERP_Id__c");
      const message = "UNABLE_TO_LOCK_ROW, as chosen for this record";
      assert.deepEqual(
        results.map(({ success, errors }) => [success, errors]),
        [
          [true, []],
          [false, [{ statusCode: "UNABLE_TO_LOCK_ROW", message, fields: [] }]],
          [true, []],
        ],
      );
    }));

  for (const code of ["REQUEST_LIMIT_EXCEEDED", "SERVER_UNAVAILABLE"] as const) {
    it(`reads a request that failed with ${code}, and does not repeat it`, () =>
      withJsforce(bench.network, async (jsforce) => {
        const { connection } = connect(jsforce, await bench.token());
        bench.org.failRequests(code);
        await assert.rejects(connection.sobject("Order__c").upsert(orders(1), "ERP_Id__c"), { errorCode: code });
        assert.equal(bench.org.requests().length, 1);
      }));
  }

  it("sends one request, which the org takes from any other client", async () => {
    const accessToken = await bench.token();
    const request = await requestOfJsforce({
      instanceUrl: bench.org.instanceUrl,
      accessToken,
      version: "67.0",
      sObject: "Order__c",
      externalIdField: "ERP_Id__c",
      records: orders(2),
      allOrNone: false,
    });
    assert.deepEqual([request.method, request.url], ["PATCH", `https://${host}${upsertPath}`]);
    assert.deepEqual(
      readHeaders.map((name) => request.headers[name]),
      [`Bearer ${accessToken}`, "application/json"],
    );
    assert.deepEqual(JSON.parse(request.body), {
      allOrNone: false,
      records: orders(2).map((order) => ({ attributes: { type: "Order__c" }, ...order })),
    });
    const answer = await bench.network.send({ ...request, headers: pick(request.headers) });
    assert.equal(answer.status, 200);
    assert.equal(bench.org.records("Order__c").length, 2);
  });
});

/** The headers that Salesforce reads. */
function pick(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(readHeaders.map((name) => [name, headers[name] ?? ""]));
}
