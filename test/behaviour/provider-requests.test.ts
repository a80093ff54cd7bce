import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { json, type ReceivedRequest } from "../../emulator/network";
import { scriptedTokenServer, type ScriptedTokenServer } from "../../local/faults/scripted-token-server";
import { vaultAdministrator, type VaultAdministrator } from "../../local/faults/vault-administrator";
import {
  deployControlledStack,
  describeEnd,
  runRefresh,
  type ControlledStack,
} from "../../local/stack/controlled-stack";
import { providerNames, providers } from "../../settings/providers";
import { publishedAnswers, type PublishedAnswer } from "./published-answers";

const nameOf = ({ provider, grantType }: PublishedAnswer): string => `${provider}-${grantType.replaceAll("_", "-")}`;

function tokenOf(published: PublishedAnswer): object {
  const name = nameOf(published);
  return {
    secretName: name,
    provider: published.provider,
    // The default of its provider where it is the first.
    ...(providers[published.provider].grantTypes[0] === published.grantType ? {} : { grantType: published.grantType }),
    clientId: `client of ${name}`,
    clientSecretName: `${name}-client`,
    ...(published.grantType === "refresh_token" ? { refreshTokenSecretName: `${name}-refresh` } : {}),
    writePath: "http",
    ...published.keys,
  };
}

describe("A refresh with the defaults of a provider", () => {
  let stack: ControlledStack;
  let administrator: VaultAdministrator;
  const servers = new Map<string, ScriptedTokenServer>();

  before(async function () {
    // A server for each token URL.
    this.timeout(60_000);
    stack = await deployControlledStack({ tokens: publishedAnswers.map(tokenOf) });
    administrator = await vaultAdministrator(stack);
    for (const { tokenUrl } of publishedAnswers) {
      const { host } = new URL(tokenUrl);
      if (!servers.has(host)) servers.set(host, scriptedTokenServer(stack, host));
    }
  });
  after(() => stack.azure.close());

  for (const published of publishedAnswers) {
    const { provider, grantType, tokenUrl, authentication, fields } = published;
    it(`of ${provider} by ${grantType} sends what it documents, and stores its answer`, async () => {
      const name = nameOf(published);
      const { clientSecret = "", refreshToken = "" } = stack.clients.get(name) ?? {};
      const tokens = { access: `access token of ${name}`, refresh: `refresh token of ${name}` };
      const server = servers.get(new URL(tokenUrl).host);
      assert.ok(server !== undefined);
      const { result, requests } = await server.while(json(200, withTokens(published.answer, tokens)), () =>
        runRefresh(stack, name),
      );
      assert.equal(describeEnd(result), "Succeeded");
      const credentials = `&client_id=client%20of%20${name}&client_secret=${clientSecret}`;
      assert.deepEqual(requests.map(shown), [
        {
          method: "POST",
          url: tokenUrl,
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          authorization:
            authentication === "basic"
              ? `Basic ${Buffer.from(`client+of+${name}:${clientSecret}`).toString("base64")}`
              : undefined,
          body:
            `grant_type=${grantType}${authentication === "post" ? credentials : ""}` +
            `${grantType === "refresh_token" ? `&refresh_token=${refreshToken}` : ""}${fields}`,
        },
      ]);
      assert.equal(await administrator.valueOf(name), tokens.access);
      if (grantType === "refresh_token") {
        const kept = "refresh_token" in published.answer ? tokens.refresh : refreshToken;
        assert.equal(await administrator.valueOf(`${name}-refresh`), kept);
      }
      const [version] = stack.azure.keyVault.versions(stack.vaultName, name);
      assert.deepEqual(
        version?.tags,
        provider === "salesforce" ? { instance_url: "https://acme.my.salesforce.com" } : {},
      );
      const seconds = Number(published.answer["expires_in"] ?? 7200);
      assert.equal(version.exp?.getTime(), Math.floor(stack.clock.now().getTime() / 1000 + seconds) * 1000);
    });
  }

  it("is tried for the grants that docs/providers.md says, and for no other", () => {
    assert.deepEqual(
      publishedAnswers.map(({ provider, grantType }) => `${provider} ${grantType}`).sort(),
      providerNames.flatMap((name) => providers[name].tried.map((grantType) => `${name} ${grantType}`)).sort(),
    );
  });
});

function withTokens(
  answer: Readonly<Record<string, unknown>>,
  tokens: { readonly access: string; readonly refresh: string },
): Record<string, unknown> {
  return {
    ...answer,
    access_token: tokens.access,
    ...("refresh_token" in answer ? { refresh_token: tokens.refresh } : {}),
  };
}

/** What matters of a request: its address, its credentials, and its form. */
function shown({ method, url, headers, body }: ReceivedRequest): Record<string, unknown> {
  const { accept, "content-type": contentType, authorization } = headers;
  return { method, url, accept, "content-type": contentType, authorization, body };
}
