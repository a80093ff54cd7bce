import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { createAuthorizationServer } from "../../../emulator/authorization-server";
import { defaultReadings } from "../../../emulator/provenance";
import { createOrg } from "../../../emulator/salesforce";
import { client, given, host, openOrg, order, type OrgBench } from "./org-bench";

const valid = given({ ERP_Id__c: "1", Name: "one" });
const expired = [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }];

describe("A session of Salesforce", () => {
  let bench: OrgBench;

  beforeEach(async () => {
    bench = await openOrg();
  });
  afterEach(() => bench.network.close());

  /** Answer to an upsert with a token, or with another Authorization header. */
  async function answerFor(authorization: string, at = host): Promise<readonly [number, unknown]> {
    const { status, json } = await bench.upsert([valid], { host: at, headers: { authorization } });
    return [status, status === 200 ? undefined : json];
  }

  it("is a token of the org's authorization server, by the scheme Bearer or OAuth", async () => {
    const token = await bench.token();
    assert.deepEqual(await answerFor(`Bearer ${token}`), [200, undefined]);
    assert.deepEqual(await answerFor(`OAuth ${token}`), [200, undefined]);
    assert.deepEqual(await answerFor(`Basic ${token}`), [401, expired]);
    assert.deepEqual(await answerFor("Bearer unknown"), [401, expired]);
    assert.deepEqual(await answerFor(""), [401, expired]);
  });

  it("ends two hours after it was issued", async () => {
    const token = await bench.token();
    bench.clock.advanceTo(new Date("2026-11-02T10:16:59Z"));
    assert.deepEqual(await answerFor(`Bearer ${token}`), [200, undefined]);
    bench.clock.advanceTo(new Date("2026-11-02T10:17:00Z"));
    assert.deepEqual(await answerFor(`Bearer ${token}`), [401, expired]);
  });

  it("ends when it is revoked, and no other with it", async () => {
    const [first, second] = [await bench.token(), await bench.token()];
    assert.equal(await bench.authorizationServer.revoke(first), true);
    assert.equal(await bench.authorizationServer.revoke(first), false);
    assert.deepEqual(await answerFor(`Bearer ${first}`), [401, expired]);
    assert.deepEqual(await answerFor(`Bearer ${second}`), [200, undefined]);
  });

  it("is not valid in another org", async () => {
    const other = "fabrikam.my.salesforce.com";
    const { network, clock } = bench;
    const authorizationServer = await createAuthorizationServer({
      network,
      clock,
      tokenUrl: `https://${other}/services/oauth2/token`,
      clients: [{ ...client, grantType: "client_credentials" }],
    });
    const org = createOrg({ network, clock, host: other, authorizationServer, objects: [order] });
    assert.equal(org.instanceUrl, "https://fabrikam.my.salesforce.com");
    assert.deepEqual(await answerFor(`Bearer ${await bench.token()}`, other), [401, expired]);
    assert.deepEqual(org.records("Order__c"), []);
  });

  it("is known by its org alone, which names what it has", () => {
    assert.throws(
      () => bench.org.records("Lead"),
      /^Error: The org 'contoso\.my\.salesforce\.com' has no object 'Lead'; it has Order__c\.$/,
    );
    assert.throws(
      () => bench.org.record("Order__c", "Colour__c", "red"),
      /^Error: The object 'Order__c' has no field 'Colour__c'\.$/,
    );
  });

  for (const [secondSession, isSame, firstIsAlive] of [
    ["new", false, true],
    ["same", true, true],
    ["endsFirst", false, false],
  ] as const) {
    it(`is answered to a second request as the reading says: ${secondSession}`, async () => {
      const other = await openOrg({ readings: { ...defaultReadings, secondSession } });
      try {
        const [first, second] = [await other.token(), await other.token()];
        assert.equal(first === second, isSame);
        assert.equal(await other.authorizationServer.isActive(first), firstIsAlive);
        assert.equal(await other.authorizationServer.isActive(second), true);
        await other.authorizationServer.revoke(second);
        const third = await other.token();
        assert.notEqual(third, second);
        assert.equal(await other.authorizationServer.isActive(third), true);
      } finally {
        await other.network.close();
      }
    });
  }
});
