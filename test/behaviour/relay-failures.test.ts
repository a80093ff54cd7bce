import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { relayTrigger } from "../../connector/relay/relay-definition";
import { asObject } from "../../definition/json";
import { json, type HttpAnswer } from "../../emulator/network";
import { findGrants, withoutGrants } from "../../local/proofs/grants";
import { leastToken } from "../stack-configuration";
import { callRelay, lastRelayRun, setSecretAsDesigner } from "./call-relay";
import {
  requireConnector,
  deployControlledStack,
  describeEnd,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { withVaultReplaced } from "../../local/faults/replace-vault";
import { vaultAdministrator } from "../../local/faults/vault-administrator";

const value = "the-value-that-is-not-stored";
const settings = { tokens: [leastToken], allowedSecretNames: ["webhook-key", "deleted-key"] };

/** The relay's own answer, where Key Vault gave none that could be read. */
const noAnswer = {
  error: {
    code: "NoAnswerFromKeyVault",
    message: "Key Vault gave no answer that could be read.",
    innererror: { code: "" },
  },
};

describe("The relay, when Key Vault does not store the secret,", () => {
  let stack: ControlledStack;

  before(async () => {
    stack = await deployControlledStack(settings);
  });
  after(() => stack.azure.close());

  /** How often the vault was asked, and how the run ended. */
  const relayRun = (): string => {
    const run = lastRelayRun(stack);
    const { attempts = 0 } = run.actions.find(({ name }) => name === "Set_secret") ?? {};
    return `${attempts} attempts, ${describeEnd(run)}`;
  };

  it("passes on 403 of a grant that is not there, by status, code, inner code and message", async () => {
    const { azure } = stack;
    const { principalId } = requireConnector(stack).relay;
    const answer = await withoutGrants(azure.arm, findGrants(azure.arm, principalId), () =>
      callRelay(stack, "webhook-key", { value }),
    );
    const { error } = answer.body as { error: { code: string; message: string; innererror: { code: string } } };
    assert.equal(answer.status, 403);
    assert.deepEqual([error.code, error.innererror.code], ["Forbidden", "ForbiddenByRbac"]);
    assert.match(error.message, new RegExp(`^Caller '${principalId}' is not authorized to perform action `));
    assert.equal(relayRun(), "1 attempts, Failed SetSecretFailed");
    assert.equal((await callRelay(stack, "webhook-key", { value })).status, 200);
  });

  it("passes on 409 of a secret that was deleted and still has its name", async () => {
    const administrator = await vaultAdministrator(stack);
    await callRelay(stack, "deleted-key", { value });
    assert.equal((await administrator.send("DELETE", "/secrets/deleted-key")).status, 200);
    const { status, body } = await callRelay(stack, "deleted-key", { value });
    const expected = await administrator.send("PUT", "/secrets/deleted-key", { value });
    assert.deepEqual([status, expected.status], [409, 409]);
    const { code, message, innererror } = asObject(expected.body.error);
    assert.deepEqual(body, { error: { code, message, innererror } });
    assert.equal(asObject(innererror).code, "ObjectIsDeletedButRecoverable");
    assert.equal(relayRun(), "1 attempts, Failed SetSecretFailed");
  });

  it("passes on 400 of a tag that is too long, to a designer's action too", async () => {
    const parameters = { value, tags: { note: "x".repeat(513) } };
    const message = "Tag 'note' must be a string of at most 512 characters.";
    const expected = { error: { code: "BadParameter", message, innererror: { code: "" } } };
    assert.deepEqual(await callRelay(stack, "webhook-key", parameters), { status: 400, body: expected });
    const { status, body, run } = await setSecretAsDesigner(stack, "webhook-key", parameters);
    assert.deepEqual({ status, body }, { status: 400, body: expected });
    assert.equal(run.status, "Failed");
  });

  const busy = { error: { code: "Throttled", message: "Request was not processed because too many were sent." } };
  const html = (status: number): HttpAnswer => ({
    status,
    headers: { "content-type": "text/html" },
    body: "<html>out of order</html>",
  });
  const text = (status: number, body: string, contentType = "application/json"): HttpAnswer => ({
    status,
    headers: { "content-type": contentType },
    body,
  });

  const answers: readonly (readonly [what: string, answer: HttpAnswer, body: unknown])[] = [
    ["429", json(429, busy), { error: { ...busy.error, innererror: { code: "" } } }],
    ["503 with a reason", json(503, busy), { error: { ...busy.error, innererror: { code: "" } } }],
    ["404 without a reason", json(404, {}), noAnswer],
    ["401 with no body", { status: 401, headers: {}, body: "" }, noAnswer],
    ["502 in HTML, as a proxy gives it", html(502), noAnswer],
    ["500 with JSON that is no object", text(500, '"out of order"'), noAnswer],
    ["500 with a list", text(500, "[1]"), noAnswer],
    ["500 with JSON that is called a text", text(500, JSON.stringify(busy), "text/plain"), noAnswer],
    ["500 with half an object as text", text(500, '{"error":', "text/plain"), noAnswer],
    ["500 with an error that is a text", json(500, { error: "out of order" }), noAnswer],
    ["500 with an inner error that is a text", json(500, { error: { ...busy.error, innererror: "x" } }), noAnswer],
    ["500 with an error that is null", json(500, { error: null }), noAnswer],
  ];
  it("answers 504 where Logic Apps fails the action for a text that is said to be JSON and hides its status", async () => {
    const { status, body } = await withVaultReplaced(
      stack,
      () => text(500, "out of order"),
      () => callRelay(stack, "webhook-key", { value }),
    );
    const isHidden = stack.azure.readings.malformedJson === "fails";
    assert.deepEqual([status, body], [isHidden ? 504 : 500, noAnswer]);
    assert.equal(relayRun(), "1 attempts, Failed SetSecretFailed");
  });

  for (const [what, answer, expected] of answers) {
    it(`passes on ${what}, after one attempt`, async () => {
      const { status, body } = await withVaultReplaced(
        stack,
        () => answer,
        () => callRelay(stack, "webhook-key", { value }),
      );
      assert.equal(status, answer.status);
      assert.deepEqual(body, expected);
      assert.equal(relayRun(), "1 attempts, Failed SetSecretFailed");
    });
  }

  it("answers 504 of its own where nothing answers", async () => {
    const answer = await withVaultReplaced(stack, undefined, () => callRelay(stack, "webhook-key", { value }));
    assert.deepEqual(answer, { status: 504, body: noAnswer });
    assert.equal(relayRun(), "1 attempts, Failed SetSecretFailed");
    assert.match(lastRelayRun(stack).error?.message ?? "", /status 504/);
  });

  it("never repeats the value, whatever Key Vault answers", async () => {
    const repeat = json(200, { value, id: "https://v.vault.azure.net/secrets/webhook-key/1", attributes: {} });
    const { status, body } = await withVaultReplaced(
      stack,
      () => repeat,
      () => callRelay(stack, "webhook-key", { value }),
    );
    assert.equal(status, 200);
    assert.doesNotMatch(JSON.stringify(body), /value/);
  });
});

describe("The relay", () => {
  it("writes with a user-assigned identity and access policies, and is refused without its own", async () => {
    const stack = await deployControlledStack({ ...settings, identity: "user", authorizationModel: "accessPolicy" });
    const { arm } = stack.azure;
    try {
      assert.equal((await callRelay(stack, "webhook-key", { value })).status, 200);
      const policies = findGrants(arm, requireConnector(stack).relay.principalId);
      assert.equal(policies.length, 1);
      const { status, body } = await withoutGrants(arm, policies, () => callRelay(stack, "webhook-key", { value }));
      const { code, innererror } = asObject(body.error);
      assert.deepEqual([status, code, asObject(innererror).code], [403, "Forbidden", "ForbiddenByPolicy"]);
    } finally {
      await stack.azure.close();
    }
  });

  it("is out of reach of its connection once its key is regenerated, until the next deployment", async () => {
    const stack = await deployControlledStack(settings);
    try {
      stack.azure.logicApps.regenerateAccessKey(requireConnector(stack).relay.id);
      const { status, body, run } = await setSecretAsDesigner(stack, "webhook-key", { value });
      assert.deepEqual([status, asObject(body.error).code], [401, "DirectApiAuthorizationRequired"]);
      assert.equal(run.status, "Failed");
      const { sig } = stack.azure.logicApps.callbackUrl(requireConnector(stack).relay.id, relayTrigger).queries;
      assert.equal((await callRelay(stack, "webhook-key", { value }, { queries: { sig } })).status, 200);
    } finally {
      await stack.azure.close();
    }
  });
});
