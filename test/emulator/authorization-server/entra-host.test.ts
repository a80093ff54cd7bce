import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "mocha";
import { createEntra, serveLogin, type Entra } from "../../../emulator/entra";
import { serveProvider, tokenUrls, type ServedProvider } from "./served-provider";
import { postForm } from "./post-form";

describe("The host of Entra ID", () => {
  let served: ServedProvider;
  let entra: Entra;
  const application = {
    clientId: "deployer",
    clientSecret: "secret-of-the-deployer",
    objectId: "object-of-the-deployer",
  };

  beforeEach(async () => {
    served = await serveProvider("entra", "client_credentials");
    const { network, clock } = served;
    entra = await createEntra({ clock });
    serveLogin({ network, clock, entra, applications: [application] });
  });
  afterEach(() => served.network.close());

  const login = (tenant: string) =>
    postForm(served.network, `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`, {
      grant_type: "client_credentials",
      client_id: application.clientId,
      client_secret: application.clientSecret,
      scope: "https://management.azure.com/.default",
    });

  it("has the token endpoint of a token's tenant, and the login of the emulator's own", async () => {
    const { status, json } = await served.request();
    assert.equal(status, 200);
    assert.equal(await served.server.isActive(String(json["access_token"])), true);
    const { status: own, body } = await login(entra.tenantId);
    assert.equal(own, 200);
    const token = String(body["access_token"]);
    assert.deepEqual(await entra.verifyToken(token, "https://management.azure.com"), {
      principalId: application.objectId,
    });
  });

  it("knows the clients of each endpoint there alone", async () => {
    const [, tenant = ""] = new URL(tokenUrls.entra).pathname.split("/");
    const { status, body } = await login(tenant);
    assert.deepEqual([status, body["error"]], [401, "invalid_client"]);
    assert.deepEqual(body["error_codes"], [7000215]);
    const url = `https://login.microsoftonline.com/${entra.tenantId}/oauth2/v2.0/token`;
    const other = await served.request({ url, authentication: "post" });
    assert.deepEqual([other.status, other.json["error_codes"]], [400, [700016]]);
  });
});
