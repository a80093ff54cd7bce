import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { ClientSecretCredential } from "@azure/identity";
import { loggedIn, type LoggedIn } from "./logged-in";

describe("@azure/identity at the emulator's Entra ID", () => {
  let login: LoggedIn;
  before(async () => {
    login = await loggedIn();
  });
  after(() => login.azure.close());

  const credentialWith = (clientSecret: string, clientId = login.azure.deployer.clientId) =>
    new ClientSecretCredential(login.azure.entra.tenantId, clientId, clientSecret, {
      ...login.options,
      retryOptions: { maxRetries: 0 },
    });

  it("gets a token of the deployer for the resource that the scope names, and no other", async () => {
    const { entra, deployer } = login.azure;
    const { token, expiresOnTimestamp } = await login.credential.getToken("https://management.azure.com/.default");
    assert.deepEqual(await entra.verifyToken(token, "https://management.azure.com"), {
      principalId: deployer.objectId,
    });
    assert.equal(await entra.verifyToken(token, "https://vault.azure.net"), undefined);
    const minutes = (expiresOnTimestamp - Date.now()) / 60_000;
    assert.ok(minutes > 58 && minutes < 61, String(minutes));
  });

  it("is told in Entra ID's words that a secret is wrong, and not what it was", async () => {
    await assert.rejects(credentialWith("planted-wrong").getToken("https://management.azure.com/.default"), (error) => {
      assert.ok(error instanceof Error);
      assert.match(error.message, /invalid_client.*AADSTS7000215: Invalid client secret provided/s);
      assert.doesNotMatch(error.message, /planted/);
      return true;
    });
  });

  it("is told that an application, a tenant or a scope is not there", async () => {
    const scope = "https://management.azure.com/.default";
    const nobody = "00000000-0000-0000-0000-000000000000";
    await assert.rejects(credentialWith(login.clientSecret, nobody).getToken(scope), /AADSTS700016/);
    await assert.rejects(credentialWith(login.clientSecret).getToken("User.Read"), /AADSTS1002012/);
    const elsewhere = new ClientSecretCredential(nobody, nobody, "s", login.options);
    await assert.rejects(elsewhere.getToken(scope), /AADSTS90002|Tenant/);
  });

  it("finds the tenant's endpoints, and the hosts of its cloud", async () => {
    const { network, entra } = login.azure;
    const authority = `https://login.microsoftonline.com/${entra.tenantId}`;
    const get = async (url: string) => {
      const { status, body } = await network.send({ method: "GET", url });
      assert.equal(status, 200);
      return JSON.parse(body) as Record<string, unknown>;
    };
    const configuration = await get(`${authority}/v2.0/.well-known/openid-configuration`);
    assert.equal(configuration["token_endpoint"], `${authority}/oauth2/v2.0/token`);
    const discovery = await get("https://login.microsoftonline.com/common/discovery/instance");
    assert.equal(discovery["tenant_discovery_endpoint"], `${authority}/v2.0/.well-known/openid-configuration`);
  });

  it("is told what the emulator's Entra ID does not have", async () => {
    const { network, entra } = login.azure;
    const authority = `https://login.microsoftonline.com/${entra.tenantId}`;
    const post = async (path: string, form: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams(form).toString();
      const answer = await network.send({ method: "POST", url: `${authority}${path}`, body });
      const { error, error_codes } = JSON.parse(answer.body) as { error: string; error_codes: readonly number[] };
      return { status: answer.status, error, codes: error_codes };
    };
    const assertion = { grant_type: "client_credentials", client_assertion: "a.b.c" };
    assert.deepEqual(
      [
        await post("/oauth2/v2.0/token", { grant_type: "authorization_code" }),
        await post("/oauth2/v2.0/token", assertion),
        await post("/oauth2/v2.0/devicecode", {}),
      ],
      [
        { status: 400, error: "unsupported_grant_type", codes: [70003] },
        { status: 400, error: "invalid_request", codes: [90014] },
        { status: 404, error: "invalid_request", codes: [900144] },
      ],
    );
  });
});

describe("The emulator's cloud metadata", () => {
  let login: LoggedIn;
  before(async () => {
    login = await loggedIn();
  });
  after(() => login.azure.close());

  const get = (apiVersion: string) =>
    login.azure.network.send({
      method: "GET",
      url: `https://management.azure.com/metadata/endpoints?api-version=${apiVersion}`,
    });

  it("tells anybody where to log in and for whom", async () => {
    const { status, body } = await get("2022-09-01");
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(body), {
      name: "AzureCloud",
      portal: "https://portal.azure.com",
      resourceManager: "https://management.azure.com/",
      authentication: {
        loginEndpoint: "https://login.microsoftonline.com/",
        audiences: ["https://management.core.windows.net/", "https://management.azure.com/"],
        tenant: login.azure.entra.tenantId,
        identityProvider: "AAD",
      },
      suffixes: { keyVaultDns: "vault.azure.net" },
    });
    const older: unknown = JSON.parse((await get("2020-06-01")).body);
    assert.deepEqual(older, [JSON.parse(body)]);
  });

  it("refuses a version that it does not know", async () => {
    const { status, body } = await get("2015-01-01");
    assert.equal(status, 400);
    assert.match(body, /InvalidApiVersionParameter/);
  });
});

describe("Azure Resource Manager's endpoint", () => {
  let login: LoggedIn;
  before(async () => {
    login = await loggedIn();
  });
  after(() => login.azure.close());

  it("refuses a body that is not a JSON object", async () => {
    const { arm, network } = login.azure;
    const { token } = await login.credential.getToken("https://management.azure.com/.default");
    for (const body of ["{", "[]"]) {
      const answer = await network.send({
        method: "PUT",
        url: `https://management.azure.com/subscriptions/${arm.subscriptionId}/resourceGroups/rg?api-version=2024-03-01`,
        headers: { authorization: `Bearer ${token}` },
        body,
      });
      const { error } = JSON.parse(answer.body) as { error: { code: string } };
      assert.deepEqual([answer.status, error.code], [400, "InvalidRequestContent"]);
    }
  });
});
