import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { searchForSecrets } from "../../local/leak-search";
import {
  deployControlledStack,
  describeEnd,
  requireAuthorizationServer,
  requireRefresh,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";

const own = { tokenUrl: "https://login.example.com/oauth2/token", provider: "generic", writePath: "http" };
const basic = { clientAuthentication: "basic" };
const tokens = [
  { ...own, ...basic, secretName: "basic", clientId: "a client: 50%", clientSecretName: "basic-client" },
  { ...own, ...basic, secretName: "basic-id", clientIdSecretName: "basic-id-id", clientSecretName: "basic-id-client" },
  { ...own, secretName: "post", clientIdSecretName: "post-id", clientSecretName: "post-client" },
  {
    ...{ ...own, ...basic, secretName: "refreshed", clientIdSecretName: "refreshed-id" },
    ...{
      clientSecretName: "refreshed-client",
      grantType: "refresh_token",
      refreshTokenSecretName: "refreshed-refresh",
    },
  },
  { secretName: "zoom", provider: "zoom", clientId: "zoom", clientSecretName: "zoom-client", accountId: "a/b c" },
];
const names = tokens.map(({ secretName }) => secretName);

describe("A client of a refresh", () => {
  let stack: ControlledStack;

  before(async () => {
    stack = await deployControlledStack({ tokens });
  });
  after(() => stack.azure.close());

  const values = (name: string): readonly string[] =>
    Object.values(stack.clients.get(name) ?? {}).filter((value): value is string => typeof value === "string");

  for (const name of names) {
    it(`gets its token from a server that reads RFC 6749 as oidc-provider does (${name})`, async () => {
      assert.equal(describeEnd(await runRefresh(stack, name)), "Succeeded");
      const server = requireAuthorizationServer(stack, requireRefresh(stack, name));
      const { clientId, status } = server.requests().at(-1) ?? {};
      assert.deepEqual([clientId, status], [stack.clients.get(name)?.clientId, 200]);
      assert.equal(stack.azure.keyVault.versions(stack.vaultName, name).length, 1);
    });
  }

  for (const [secret, ending] of [
    ["basic-client", "\n"],
    ["basic-id-id", "\r\n"],
    ["basic-id-client", "\n"],
    ["post-id", "\n"],
    ["post-client", "\r\n"],
    ["refreshed-refresh", "\n"],
    ["zoom-client", "\n"],
  ] as const) {
    it(`is known where a file's last line end is in the vault too: ${secret}`, async () => {
      const { keyVault } = stack.azure;
      const name = secret.replace(/-(client|id|refresh)$/, "");
      const { clientId = "", clientSecret = "" } = stack.clients.get(name) ?? {};
      const server = requireAuthorizationServer(stack, requireRefresh(stack, name));
      const value = secret.endsWith("-client")
        ? clientSecret
        : secret.endsWith("-id")
          ? clientId
          : await server.issueRefreshToken(clientId);
      keyVault.seedSecret(stack.vaultName, secret, `${value}${ending}`);
      assert.equal(describeEnd(await runRefresh(stack, name)), "Succeeded");
    });
  }

  it("ends Failed invalid_client with a wrong secret", async () => {
    for (const name of ["basic", "basic-id", "zoom"]) {
      stack.azure.keyVault.seedSecret(stack.vaultName, `${name}-client`, "not-the-client-secret");
      assert.equal(describeEnd(await runRefresh(stack, name)), "Failed invalid_client", name);
    }
  });

  it("leaves none of its secrets in run history, nor the header that has them", () => {
    const { logicApps } = stack.azure;
    const history = JSON.stringify(stack.refreshes.map(({ id }) => logicApps.runs(id)));
    const secrets = names.flatMap((name) => values(name).slice(1));
    assert.equal(secrets.length, names.length + 1);
    assert.deepEqual(searchForSecrets({ secrets, places: [{ name: "run history", content: history }] }), []);
    assert.doesNotMatch(history, /Basic [A-Za-z0-9+/]/);
  });
});
