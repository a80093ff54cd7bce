import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import type { Readings } from "../../../emulator/provenance";
import { messageRoles, openNamespace, principalId, receive, send, type MessageBench } from "./message-bench";

describe("A request to a namespace", () => {
  let bench: MessageBench;

  const open = async (readings: Partial<Readings> = {}): Promise<void> => {
    bench = await openNamespace({ readings });
    bench.azure.serviceBus.send(bench.topicId, { body: "1" });
  };
  const receives = async (path = "messages/head?timeout=0"): Promise<number> => (await bench.call("POST", path)).status;
  const sends = async (): Promise<number> => (await bench.call("POST", "/updates/messages", {}, "1")).status;
  const define = async (dataActions: readonly string[], scope: string): Promise<void> => {
    const id = `${bench.groupId}/providers/Microsoft.Authorization/roleDefinitions/11111111-1111-4111-8111-111111111111`;
    bench.azure.arm.seedRoleDefinition(id, [{ dataActions }]);
    await bench.assign("11111111-1111-4111-8111-111111111111", scope);
  };

  afterEach(() => bench.azure.close());

  it("is answered with 401 without a token of Entra ID for Service Bus that is valid", async () => {
    await open();
    await bench.assign(messageRoles.owner, bench.namespaceId);
    const { entra } = bench.azure;
    const old = await entra.issueToken({ principalId, audience: "https://servicebus.azure.net" });
    await bench.clock.wait(3_600_000);
    const foreign = await entra.issueToken({ principalId, audience: "https://vault.azure.net" });
    for (const [authorization, detail] of [
      ["", /^<Error><Code>401<\/Code><Detail>MissingToken: /],
      [`Bearer ${old}`, /<Detail>InvalidToken: .*expired/],
      [`Bearer ${foreign}`, /<Detail>InvalidToken: .*not for https:\/\/servicebus\.azure\.net\./],
      ["SharedAccessSignature sr=sb-test&amp;sig=x", /<Detail>The emulator does not support shared access signatures/],
    ] as const) {
      const { status, body } = await bench.call("POST", "messages/head?timeout=0", { authorization });
      assert.equal(status, 401);
      assert.match(body, detail);
    }
    assert.equal(await receives(), 201);
    const slashed = await entra.issueToken({ principalId, audience: "https://servicebus.azure.net/" });
    const { status } = await bench.call("POST", "messages/head?timeout=0", { authorization: `Bearer ${slashed}` });
    assert.equal(status, 204);
  });

  it("needs the data action of its operation at its entity or above it", async () => {
    await open();
    assert.deepEqual([await receives(), await sends()], [401, 401]);
    await define([receive], bench.subscriptionId);
    assert.deepEqual([await receives(), await sends()], [201, 401]);
    const { body } = await bench.call("POST", "/updates/messages", {}, "1");
    assert.match(body, /<Detail>Unauthorized access\. 'Send' claim\(s\) are required .* Resource: 'updates'\.</);
  });

  it("of a role at one subscription says nothing about another one, or about the topic", async () => {
    await open();
    await bench.put(`${bench.topicId}/subscriptions/billing`);
    await define([receive, send], bench.subscriptionId);
    assert.deepEqual([await receives(), await sends()], [201, 401]);
    assert.equal(await receives("/updates/subscriptions/billing/messages/head?timeout=0"), 401);
    assert.equal(await receives("$deadletterqueue/messages/head?timeout=0"), 204);
  });

  for (const [role, expected] of [
    ["receiver", [201, 401]],
    ["sender", [401, 201]],
    ["owner", [201, 201]],
  ] as const) {
    it(`is permitted by the built-in role of a ${role}, at the namespace or the group`, async () => {
      for (const scope of ["namespaceId", "groupId"] as const) {
        await open();
        await bench.assign(messageRoles[role], bench[scope]);
        assert.deepEqual([await receives(), await sends()], expected);
        if (scope === "namespaceId") await bench.azure.close();
      }
    });
  }

  it("to complete, unlock or renew needs the right to receive", async () => {
    await open();
    await define([receive], bench.subscriptionId);
    const { location } = await bench.peekLock();
    const assignment = bench.azure.arm.state("Microsoft.Authorization/roleAssignments")[0];
    bench.azure.arm.deleteResource(assignment?.id ?? "");
    for (const method of ["DELETE", "PUT", "POST"]) assert.equal((await bench.call(method, location)).status, 401);
  });

  it("of a valid token without the right is answered with 403 by the other reading", async () => {
    await open({ missingMessageRight: "forbidden" });
    assert.deepEqual([await receives(), await sends()], [403, 403]);
  });

  it("of a role at the subscription is not enough by the other reading, and at the topic is", async () => {
    await open({ subscriptionScope: "topicNeeded" });
    await bench.assign(messageRoles.receiver, bench.subscriptionId);
    assert.equal(await receives(), 401);
    await bench.assign(messageRoles.receiver, bench.topicId);
    assert.equal(await receives(), 201);
  });

  it("takes effect minutes after the role was assigned, by the reading of grants", async () => {
    await open({ grantEffect: "afterMinutes" });
    await bench.assign(messageRoles.receiver, bench.subscriptionId);
    assert.equal(await receives(), 401);
    await bench.clock.wait(10 * 60_000);
    assert.equal(await receives(), 201);
  });

  for (const [goneEntity, expected] of [
    ["gone", 410],
    ["unauthorized", 401],
  ] as const) {
    it(`to a deleted subscription is answered with ${expected} where it counts as ${goneEntity}`, async () => {
      await open({ goneEntity });
      await bench.assign(messageRoles.receiver, bench.subscriptionId);
      const { location } = await bench.peekLock();
      bench.azure.arm.deleteResource(bench.subscriptionId);
      assert.deepEqual([await receives(), (await bench.call("DELETE", location)).status], [expected, expected]);
    });
  }

  it("to a deleted topic is answered with 410, and the host of a deleted namespace does not resolve", async () => {
    await open();
    await bench.assign(messageRoles.owner, bench.groupId);
    bench.azure.arm.deleteResource(bench.topicId);
    assert.deepEqual([await receives(), await sends()], [410, 410]);
    bench.azure.arm.deleteResource(bench.namespaceId);
    await assert.rejects(receives(), { name: "HostNotServedError" });
  });
});
