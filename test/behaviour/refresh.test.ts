import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { searchForSecrets } from "../../local/leak-search";
import type { Run } from "../../emulator/logic-apps";
import { refreshAtNextSlots } from "../../local/stack/refresh-at-next-slot";
import {
  requireConnector,
  deployControlledStack,
  describeEnd,
  runRefresh,
  requireRefresh,
  requireAuthorizationServer,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";

const grants = ["client_credentials", "refresh_token"] as const;
const writePaths = ["connector", "http"] as const;
const places = ["tag", "secret", "none"] as const;

/** One token of each kind; those without an instance URL come from a server that says how long they live. */
const kinds = grants.flatMap((grantType) =>
  writePaths.flatMap((writePath) =>
    places.map((instanceUrl) => {
      const name = `${grantType.split("_")[0] ?? ""}-${writePath}-${instanceUrl}`;
      return { grantType, writePath, instanceUrl, name };
    }),
  ),
);

const salesforce = "https://example.my.salesforce.com";

function tokenSettings({ grantType, writePath, instanceUrl, name }: (typeof kinds)[number]): object {
  return {
    secretName: name,
    grantType,
    tokenUrl: instanceUrl === "none" ? "https://auth.example.org/token" : `${salesforce}/services/oauth2/token`,
    // In the settings, or in the vault, to be read by an action of its own.
    ...(grantType === "refresh_token" ? { clientIdSecretName: `${name}-id` } : { clientId: `client of ${name}` }),
    clientSecretName: `${name}-client`,
    ...(grantType === "refresh_token" ? { refreshTokenSecretName: `${name}-refresh` } : {}),
    instanceUrl,
    writePath,
    // Where the server tells a lifetime, this one does not count.
    assumedLifetimeMinutes: instanceUrl === "none" ? 150 : 100,
  };
}

describe("A refresh", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;

  before(async () => {
    stack = await deployControlledStack({ tokens: kinds.map(tokenSettings) });
    administrator = await vaultAdministrator(stack);
  });
  after(() => stack.azure.close());

  const versions = (name: string) => stack.azure.keyVault.versions(stack.vaultName, name);
  const relayRunOf = (run: Run): Run | undefined =>
    stack.azure.logicApps
      .runs(requireConnector(stack).relay.id)
      .find(({ correlationId }) => correlationId === run.correlationId);

  for (const { grantType, writePath, instanceUrl, name } of kinds) {
    it(`by ${grantType}, written by ${writePath}, instance URL: ${instanceUrl}, stores a good token`, async () => {
      const before = versions(name).length;
      const run = await runRefresh(stack, name);
      assert.equal(describeEnd(run), "Succeeded");
      const stored = versions(name);
      assert.equal(stored.length, before + 1);
      const { exp, contentType, tags } = stored.at(-1) ?? {};
      // Salesforce does not say how long a token lives, and the other server says 120 minutes.
      const minutes = instanceUrl === "none" ? 120 : 100;
      assert.equal(exp?.toISOString(), new Date(stack.clock.now().getTime() + minutes * 60_000).toISOString());
      assert.equal(contentType, "OAuth 2.0 access token");
      assert.deepEqual(tags, instanceUrl === "tag" ? { instance_url: salesforce } : {});
      const kept = `${name}-instance-url`;
      assert.equal(versions(kept).length > 0, instanceUrl === "secret");
      if (instanceUrl === "secret") assert.equal(await administrator.valueOf(kept), salesforce);
      const token = String(await administrator.valueOf(name));
      assert.equal(await requireAuthorizationServer(stack, requireRefresh(stack, name)).isActive(token), true);
      assert.equal(relayRunOf(run) !== undefined, writePath === "connector");
    });
  }

  it("by client credentials costs 6 billable actions by HTTP, and 10 by the connector with the relay's", async () => {
    const cost = async (name: string): Promise<number> => {
      const run = await runRefresh(stack, name);
      const { logicApps } = stack.azure;
      const relayRun = relayRunOf(run);
      return logicApps.billableActions(run) + (relayRun === undefined ? 0 : logicApps.billableActions(relayRun));
    };
    assert.equal(await cost("client-connector-tag"), 10);
    assert.equal(await cost("client-connector-none"), 10);
    assert.equal(await cost("client-http-tag"), 6);
    assert.equal(await cost("client-http-none"), 6);
  });

  it("stores a rotated refresh token by HTTP, and can go on with it", async () => {
    for (const name of ["refresh-connector-tag", "refresh-http-none"]) {
      const before = versions(`${name}-refresh`).length;
      const run = await runRefresh(stack, name);
      assert.equal(versions(`${name}-refresh`).length, before + 1);
      const order = run.actions.map((action) => action.name);
      assert.ok(order.indexOf("Set_refresh_token") < order.indexOf("Set_secret"), order.join(", "));
      assert.equal(run.actions.find((action) => action.name === "Set_refresh_token")?.type, "Http");
      assert.equal(describeEnd(await runRefresh(stack, name)), "Succeeded");
    }
  });

  it("at the first slot of its recurrence, and not at deployment, stores the token", async () => {
    const [kind] = kinds.filter(({ name }) => name === "client-http-tag");
    const own = await deployControlledStack({
      tokens: [kind].flatMap((one) => (one === undefined ? [] : tokenSettings(one))),
    });
    try {
      assert.deepEqual(own.azure.keyVault.versions(own.vaultName, "client-http-tag"), []);
      const [run] = await refreshAtNextSlots(own, own.clock);
      assert.equal(run?.startTime.toISOString(), "2026-11-02T09:00:00.000Z");
      assert.equal(run.triggerName, "Recurrence");
      const [version, ...more] = own.azure.keyVault.versions(own.vaultName, "client-http-tag");
      assert.equal(version?.exp?.toISOString(), "2026-11-02T10:40:00.000Z");
      assert.deepEqual(more, []);
      const next = own.azure.logicApps.nextSlot(own.refreshes[0]?.id ?? "", own.clock.now());
      assert.equal(next?.toISOString(), "2026-11-02T10:00:00.000Z");
    } finally {
      await own.azure.close();
    }
  });

  it("leaves no secret in run history, its own and the relay's", async () => {
    for (const { name } of kinds) await runRefresh(stack, name);
    const { keyVault, logicApps } = stack.azure;
    const ids = [...stack.refreshes.map(({ id }) => id), requireConnector(stack).relay.id];
    const secrets = [
      // Instance URLs and client ids are none, though some are kept in the vault.
      ...keyVault.values().filter((value) => value !== salesforce),
      ...[...stack.authorizationServers.values()].flatMap((server) => server.secrets()),
    ];
    const history = [{ name: "run history", content: JSON.stringify(ids.map((id) => logicApps.runs(id))) }];
    assert.ok(secrets.length > kinds.length * 3);
    assert.deepEqual(searchForSecrets({ secrets: [...new Set(secrets)], places: history }), []);
  });

  /** Refreshes; gives the end of the run, and how many versions of the token it added. */
  const outcome = async (name: string): Promise<readonly [string, number]> => {
    const before = versions(name).length;
    return [describeEnd(await runRefresh(stack, name)), versions(name).length - before];
  };
  const seed = (secretName: string, value: string): void => {
    stack.azure.keyVault.seedSecret(stack.vaultName, secretName, value);
  };

  for (const { name, grantType } of kinds.filter(({ instanceUrl }) => instanceUrl === "tag")) {
    it(`ends Failed invalid_client for a wrong client secret (${name})`, async () => {
      const good = stack.clients.get(name)?.clientSecret ?? "";
      seed(`${name}-client`, "not-the-client-secret");
      assert.deepEqual(await outcome(name), ["Failed invalid_client", 0]);
      seed(`${name}-client`, good);
      assert.deepEqual(await outcome(name), ["Succeeded", 1]);
    });
    if (grantType === "client_credentials") continue;
    it(`ends Failed invalid_grant_expired for a refresh token that was used before (${name})`, async () => {
      const server = requireAuthorizationServer(stack, requireRefresh(stack, name));
      const { clientId = "", refreshToken = "" } = stack.clients.get(name) ?? {};
      await runRefresh(stack, name);
      seed(`${name}-refresh`, refreshToken);
      assert.deepEqual(await outcome(name), ["Failed invalid_grant_expired", 0]);
      // What the server revoked then, a person's consent brings back.
      seed(`${name}-refresh`, await server.issueRefreshToken(clientId));
      assert.deepEqual(await outcome(name), ["Succeeded", 1]);
    });
  }
});
