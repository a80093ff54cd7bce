import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { setSecretByConnector, setSecretByHttp } from "../../../connector";

const hidden = { secureData: { properties: ["inputs", "outputs"] } };
const retryPolicy = { type: "none" } as const;

describe("setSecretByConnector", () => {
  it("is the action that the designer writes, constants of the relay included", () => {
    const queries = { "api-version": "2019-05-01", sp: "/triggers/manual/run", sv: "1.0" };
    const action = setSecretByConnector({
      description: "Sets a secret.",
      secretName: "token",
      parameters: { value: "@body('Get')" },
      queries,
      runAfter: { Get: ["Succeeded"] },
      retryPolicy,
      timeout: "PT12M",
    });
    assert.deepEqual(action, {
      type: "ApiConnection",
      description: "Sets a secret.",
      runAfter: { Get: ["Succeeded"] },
      inputs: {
        host: { connection: { name: "@parameters('$connections')['keyvaultsecrets']['connectionId']" } },
        method: "put",
        path: "/secrets/@{encodeURIComponent('token')}",
        queries,
        body: { value: "@body('Get')" },
        retryPolicy,
      },
      limit: { timeout: "PT12M" },
      runtimeConfiguration: hidden,
    });
  });
});

describe("setSecretByHttp", () => {
  const request = {
    secretName: "token",
    parameters: "@triggerBody()",
    description: "Sets a secret.",
    runAfter: {},
    retryPolicy,
    requestTimeout: "PT10S",
    timeout: "PT30S",
  };

  it("is Key Vault's own request, with the system-assigned identity", () => {
    assert.deepEqual(setSecretByHttp(request), {
      type: "Http",
      description: "Sets a secret.",
      runAfter: {},
      inputs: {
        method: "PUT",
        uri: "@{parameters('vaultUri')}/secrets/token",
        queries: { "api-version": "2025-07-01" },
        body: "@triggerBody()",
        authentication: { type: "ManagedServiceIdentity", audience: "https://vault.azure.net" },
        retryPolicy,
      },
      limit: { timeout: "PT30S" },
      operationOptions: "SuppressWorkflowHeaders",
      runtimeConfiguration: { ...hidden, requestOptions: { timeout: "PT10S" } },
    });
  });

  it("names a user-assigned identity", () => {
    assert.deepEqual(setSecretByHttp({ ...request, identity: "/id/of" }).inputs.authentication, {
      type: "ManagedServiceIdentity",
      audience: "https://vault.azure.net",
      identity: "/id/of",
    });
  });
});
