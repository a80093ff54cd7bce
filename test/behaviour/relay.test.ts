import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { searchForSecrets } from "../../local/leak-search";
import { leastToken } from "../stack-configuration";
import { callRelay, lastRelayRun, setSecretAsDesigner, type RelayRequest } from "./call-relay";
import {
  requireConnector,
  deployControlledStack,
  describeEnd,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";

const value = "the-value-that-a-designer-writes";

describe("The relay", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;

  before(async () => {
    stack = await deployControlledStack({ tokens: [leastToken], allowedSecretNames: ["Webhook-Key"] });
    administrator = await vaultAdministrator(stack);
  });
  after(() => stack.azure.close());

  const versions = (name: string): number => stack.azure.keyVault.versions(stack.vaultName, name).length;
  const relayRuns = (): number => stack.azure.logicApps.runs(requireConnector(stack).relay.id).length;

  it("writes what a designer's Set secret action says, and answers everything but the value", async () => {
    const { status, body, run } = await setSecretAsDesigner(stack, "Webhook-Key", {
      value,
      contentType: "text/plain",
      tags: { rotated: "by hand" },
      attributes: { enabled: true, nbf: 1_790_000_000, exp: 1_900_000_000 },
    });
    assert.equal(status, 200);
    const [version] = stack.azure.keyVault.versions(stack.vaultName, "webhook-key").slice(-1);
    const now = stack.clock.now().getTime() / 1000;
    assert.deepEqual(body, {
      id: version?.id,
      contentType: "text/plain",
      attributes: {
        ...{ enabled: true, nbf: 1_790_000_000, exp: 1_900_000_000, created: now, updated: now },
        ...{ recoveryLevel: "Recoverable", recoverableDays: 90 },
      },
      tags: { rotated: "by hand" },
    });
    assert.equal(await administrator.valueOf("Webhook-Key"), value);
    assert.equal(run.status, "Succeeded");
  });

  it("answers the empty form of what was not set", async () => {
    const { status, body } = await callRelay(stack, "webhook-key", { value });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body).sort(), ["attributes", "contentType", "id", "tags"]);
    assert.deepEqual([body.contentType, body.tags], ["", {}]);
  });

  for (const name of ["webhook-key", "WEBHOOK-KEY", "Webhook-Key", "%77ebhook%2Dkey"]) {
    it(`takes ${name} for the name that is on the list`, async () => {
      const before = versions("webhook-key");
      const { status } = await callRelay(stack, name, { value });
      assert.deepEqual([status, versions("webhook-key") - before], [200, 1]);
      assert.equal(describeEnd(lastRelayRun(stack)), "Succeeded");
    });
  }

  for (const name of [
    ...[
      "crm-client-secret",
      "CRM-CLIENT-SECRET",
      "webhook-key-2",
      "webhook-ke",
      "*",
      "%20webhook-key",
      "webhook-key%00",
    ],
    ...[
      "..%2fcrm-client-secret",
      "webhook-key%2F..%2Fcrm-client-secret",
      "webhook-key%3Fx",
      "%2577ebhook-key",
      "%40%7B1%7D",
    ],
    // The parser of URLs makes of it what it names.
    "webhook-key/../crm-client-secret",
  ]) {
    it(`refuses to write ${name}, and says why to the caller and in its run`, async () => {
      const names = stack.azure.keyVault.secretNames(stack.vaultName);
      const before = names.map(versions);
      const { status, body } = await callRelay(stack, name, { value });
      assert.equal(status, 403);
      assert.deepEqual(body, {
        error: {
          code: "SecretNameNotAllowed",
          message: "This connector may not write a secret of that name. Its document lists the names that it may.",
        },
      });
      const run = lastRelayRun(stack);
      assert.equal(describeEnd(run), "Failed SecretNameNotAllowed");
      assert.equal(run.actions.find((action) => action.name === "Set_secret")?.status, "Skipped");
      assert.deepEqual(stack.azure.keyVault.secretNames(stack.vaultName), names);
      assert.deepEqual(names.map(versions), before);
    });
  }

  it("refuses a designer's action the same way, and fails the designer's run", async () => {
    const { status, body, run } = await setSecretAsDesigner(stack, "crm-client-secret", { value });
    assert.equal(status, 403);
    assert.equal((body.error as { code: string }).code, "SecretNameNotAllowed");
    assert.equal(run.status, "Failed");
  });

  it("leaves to Key Vault a letter that only looks like one of the list's in lower case", async () => {
    // KELVIN SIGN, which is k in lower case.
    const { status, body } = await callRelay(stack, "webhoo%E2%84%AA-key", { value });
    assert.deepEqual([status, (body.error as { code: string }).code], [400, "BadParameter"]);
  });

  for (const path of ["", "webhook-key/0123456789abcdef0123456789abcdef", "webhook-key/x/y"]) {
    it(`has no address secrets/${path}`, async () => {
      const before = relayRuns();
      const { status } = await callRelay(stack, path, { value });
      assert.deepEqual([status, relayRuns() - before], [404, 0]);
    });
  }

  const wrongBodies: readonly (readonly [what: string, request: RelayRequest, body: unknown])[] = [
    ["without a value", {}, { contentType: "text/plain" }],
    ["with a number as value", {}, { value: 1 }],
    ["with null as value", {}, { value: null }],
    ["with a property that Set Secret does not have", {}, { value, kid: "x" }],
    ["with an attribute that cannot be set", {}, { value, attributes: { created: 1 } }],
    ["with a time that is text", {}, { value, attributes: { exp: "2027-01-01" } }],
    ["with a tag that is no text", {}, { value, tags: { count: 1 } }],
    ["that is a list", {}, [{ value }]],
    ["that is empty", { text: "" }, undefined],
    ["that is not JSON", { text: `{"value":"${value}"` }, undefined],
    ["that is text", { headers: { "content-type": "text/plain" } }, { value }],
  ];
  for (const [what, request, body] of wrongBodies) {
    it(`answers 400 to a body ${what}, without a run and without repeating it`, async () => {
      const before = relayRuns();
      const { status, body: answer } = await callRelay(stack, "webhook-key", body, request);
      assert.deepEqual([status, relayRuns() - before], [400, 0]);
      assert.doesNotMatch(JSON.stringify(answer), new RegExp(value));
    });
  }

  const badKeys: readonly (readonly [what: string, request: RelayRequest, status: number, code: string])[] = [
    ["without a signature", { queries: { sig: "" } }, 401, "DirectApiAuthorizationRequired"],
    ["with another signature", { queries: { sig: "x".repeat(43) } }, 401, "DirectApiAuthorizationRequired"],
    ["for another permission", { queries: { sp: "/triggers/other/run" } }, 401, "DirectApiAuthorizationRequired"],
    ["without an API version", { queries: { "api-version": "" } }, 400, "MissingApiVersionParameter"],
    [
      "with a signature and a bearer token",
      { headers: { authorization: "Bearer x" } },
      401,
      "DirectApiRequestHasMoreThanOneAuthorization",
    ],
    ["with another method", { method: "POST" }, 405, "TriggerRequestMethodNotValid"],
  ];
  for (const [what, request, expected, code] of badKeys) {
    it(`does not run for a request ${what}`, async () => {
      const before = relayRuns();
      const { status, body } = await callRelay(stack, "webhook-key", { value }, request);
      assert.deepEqual([status, (body.error as { code: string }).code], [expected, code]);
      assert.equal(relayRuns(), before);
    });
  }

  it("keeps what it writes out of its run history", async () => {
    await callRelay(stack, "webhook-key", { value: "a-value-to-look-for" });
    await callRelay(stack, "crm-client-secret", { value: "a-value-to-look-for" });
    const content = JSON.stringify(stack.azure.logicApps.runs(requireConnector(stack).relay.id));
    const places = [{ name: "run history", content }];
    const { sig } = stack.azure.logicApps.callbackUrl(requireConnector(stack).relay.id, "manual").queries;
    assert.deepEqual(searchForSecrets({ secrets: [value, "a-value-to-look-for", sig], places }), []);
  });
});
