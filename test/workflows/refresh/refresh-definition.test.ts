import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { deriveRequirements } from "../../../access";
import { walkActions } from "../../../definition";
import type { RefreshedToken } from "../../../workflows";
import { refreshDefinition } from "../../../workflows";

const token: RefreshedToken = {
  secretName: "salesforce-token",
  grantType: "client_credentials",
  tokenUrl: "https://acme.my.salesforce.com/services/oauth2/token",
  clientId: { value: "client id" },
  clientSecretName: "salesforce-client-secret",
  instanceUrl: "tag",
  allowedInstanceUrlSuffixes: ["acme.my.salesforce.com"],
  intervalMinutes: 60,
  assumedLifetimeMinutes: 120,
  maximumLifetimeMinutes: 1_440,
  writePath: "http",
};
const rotating: RefreshedToken = {
  ...token,
  grantType: "refresh_token",
  clientId: { secretName: "client-id" },
  refreshTokenSecretName: "refresh-token",
};
const byHttp = { kind: "http" } as const;
const byConnector = {
  kind: "connector",
  queries: { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" },
} as const;

type Read = Readonly<Record<string, unknown>>;

function action(definition: unknown, name: string): { inputs: Record<string, unknown>; runAfter: unknown } {
  const found = walkActions(definition).find((placed) => placed.name === name);
  assert.ok(found !== undefined, name);
  return found.action as { inputs: Read; runAfter: unknown };
}

function needs(definition: unknown): string[] {
  return deriveRequirements(definition).vault.map(
    ({ operation, secretNames }) => `${operation.permission} ${String(secretNames)}`,
  );
}

describe("refreshDefinition", () => {
  it("fires at the next slot of its rhythm and never twice at once", () => {
    assert.deepEqual(refreshDefinition(token, { write: byHttp }).triggers, {
      Recurrence: {
        type: "Recurrence",
        recurrence: { frequency: "Minute", interval: 60, startTime: "2026-01-01T00:00:00Z", timeZone: "UTC" },
        runtimeConfiguration: { concurrency: { runs: 1 } },
      },
    });
  });

  it("asks for a token with the client's credentials in the form", () => {
    const request = action(refreshDefinition(token, { write: byHttp }), "Request_token");
    assert.equal(request.inputs.uri, "https://acme.my.salesforce.com/services/oauth2/token");
    assert.equal(
      request.inputs.body,
      "grant_type=client_credentials&client_id=client%20id" +
        "&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}",
    );
    assert.deepEqual(request.inputs.headers, {
      Accept: "application/json",
      "Content-Type": "application/x-www-form-urlencoded",
    });
    assert.deepEqual(request.runAfter, { Get_client_secret: ["Succeeded"] });
  });

  it("sends refresh token and scope where there are any, and never asks twice with a refresh token", () => {
    const request = action(refreshDefinition({ ...rotating, scope: "api web" }, { write: byHttp }), "Request_token");
    assert.equal(
      request.inputs.body,
      "grant_type=refresh_token&client_id=@{encodeUriComponent(trim(body('Get_client_id')['value']))}" +
        "&client_secret=@{encodeUriComponent(trim(body('Get_client_secret')['value']))}" +
        "&refresh_token=@{encodeUriComponent(trim(body('Get_refresh_token')['value']))}&scope=api%20web",
    );
    assert.deepEqual(request.inputs.retryPolicy, { type: "none" });
  });

  it("needs to read its credentials and to write its token, each by name, and nothing else", () => {
    assert.deepEqual(needs(refreshDefinition(token, { write: byHttp })), [
      "get salesforce-client-secret",
      "set salesforce-token",
    ]);
    assert.deepEqual(needs(refreshDefinition(token, { write: byConnector })), ["get salesforce-client-secret"]);
  });

  it("stores a rotated refresh token by HTTP, before the token, whatever the write path", () => {
    const definition = refreshDefinition(rotating, { write: byConnector });
    assert.deepEqual(needs(definition), [
      "get client-id",
      "get salesforce-client-secret",
      "get refresh-token",
      "set refresh-token",
    ]);
    assert.deepEqual(action(definition, "Answer_is_a_token").runAfter, { Refresh_token_was_rotated: ["Succeeded"] });
  });

  it("keeps instance_url as a tag, in a secret of its own that is written first, or not at all", () => {
    const body = (definition: unknown): Read => action(definition, "Set_secret").inputs.body as Read;
    assert.deepEqual(body(refreshDefinition(token, { write: byHttp })).tags, {
      instance_url: "@body('Read_answer')?[0]?['instance_url']",
    });
    const apart = refreshDefinition({ ...token, instanceUrl: "secret" }, { write: byConnector });
    assert.equal("tags" in body(apart), false);
    assert.deepEqual(action(apart, "Set_secret").runAfter, { Set_instance_url: ["Succeeded"] });
    assert.equal(
      action(apart, "Set_instance_url").inputs.path,
      "/secrets/@{encodeURIComponent('salesforce-token-instance-url')}",
    );
    const without = refreshDefinition({ ...token, instanceUrl: "none" }, { write: byHttp });
    assert.equal("tags" in body(without), false);
    assert.ok(!JSON.stringify(action(without, "Answer_is_a_token")).includes("uriHost"));
  });

  it("limits each request, and each action with all its retries: a shorter limit would cut them off", () => {
    const definition = refreshDefinition(rotating, { write: byHttp });
    const limits = walkActions(definition).flatMap(({ name, action: found }) => {
      const { requestOptions } = (found.runtimeConfiguration ?? {}) as { requestOptions?: { timeout: string } };
      return requestOptions === undefined
        ? []
        : [`${name}: ${requestOptions.timeout} of ${(found.limit as { timeout: string }).timeout}`];
    });
    assert.deepEqual(limits, [
      "Get_client_id: PT30S of PT5M",
      "Get_client_secret: PT30S of PT5M",
      "Get_refresh_token: PT30S of PT5M",
      "Request_token: PT60S of PT5M",
      "Set_refresh_token: PT30S of PT10M",
      "Set_secret: PT30S of PT5M",
    ]);
  });

  it("hides inputs and outputs of every action that touches a secret", () => {
    const readsSecrets = /Get_|Request_token|Set_/;
    for (const write of [byHttp, byConnector]) {
      for (const { name, type, action: found } of walkActions(refreshDefinition(rotating, { write }))) {
        if (type !== "Http" && type !== "ApiConnection") continue;
        assert.match(name, readsSecrets);
        const { secureData } = found.runtimeConfiguration as { readonly secureData: unknown };
        assert.deepEqual(secureData, { properties: ["inputs", "outputs"] }, name);
      }
    }
  });

  it("shows a condition no secret: what an If compares stands in run history", () => {
    for (const { type, action: found } of walkActions(refreshDefinition(rotating, { write: byHttp }))) {
      if (type !== "If") continue;
      // Whatever names a token is wrapped in a function whose result is true or false.
      for (const operand of JSON.stringify(found.expression).match(/"@[^"]*"/g) ?? []) {
        if (/access_token|refresh_token|Get_/.test(operand))
          assert.match(operand, /^"@(not|equals|less|lessOrEquals|greater)\(/);
      }
    }
  });

  it("ends a failed run with a class chosen among literals, within the limit of an expression", () => {
    const { inputs } = action(refreshDefinition(rotating, { write: byConnector }), "Fail_run");
    const { code } = inputs.runError as { code: string };
    assert.ok(code.length < 8192, String(code.length));
    assert.ok(!JSON.stringify(inputs).includes("access_token"));
  });

  it("stays within the limits of a definition", () => {
    const actions = walkActions(refreshDefinition(rotating, { write: byConnector }));
    assert.ok(actions.length <= 500);
    for (const { name, within } of actions) assert.ok(name.length <= 80 && within.length <= 8, name);
  });

  it("refreshes 10 minutes before the next run would be too late, where no marginMinutes is set", () => {
    const expression = (changes: Partial<RefreshedToken>): string =>
      JSON.stringify(
        walkActions(refreshDefinition({ ...token, skipWhileFresh: true, ...changes }, { write: byHttp })).find(
          ({ name }) => name === "Refresh_is_due",
        )?.action.expression,
      );
    assert.ok(expression({}).includes(`addSeconds(utcNow(), ${(60 + 10) * 60})`));
    assert.equal(expression({}), expression({ marginMinutes: 10 }));
    assert.ok(expression({ marginMinutes: 0 }).includes(`addSeconds(utcNow(), ${60 * 60})`));
  });

  it("has the settings' defaults for keys that are not set", () => {
    const { secretName, tokenUrl, clientId, clientSecretName, allowedInstanceUrlSuffixes } = token;
    const least: RefreshedToken = { secretName, tokenUrl, clientId, clientSecretName, allowedInstanceUrlSuffixes };
    assert.deepEqual(
      refreshDefinition(least, { write: byConnector }),
      refreshDefinition(
        {
          ...least,
          grantType: "client_credentials",
          instanceUrl: "tag",
          intervalMinutes: 60,
          assumedLifetimeMinutes: 120,
          maximumLifetimeMinutes: 1_440,
          marginMinutes: 10,
          writePath: "connector",
          skipWhileFresh: false,
          disableSupersededVersions: false,
          refreshOperators: [],
        },
        { write: byConnector },
      ),
    );
  });
});
