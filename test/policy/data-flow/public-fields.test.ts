import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { findExposures } from "../../../policy/data-flow";
import { publicFields } from "../../../policy/data-flow/public-fields";

/** A field with a name much like the public one's that may hold a secret. */
const secretNeighbours: Readonly<Record<keyof typeof publicFields, string>> = {
  token_type: "token_value",
  expires_in: "expiring_token",
  scope: "scoped_key",
  client_id: "client_secret",
  exp: "exported",
  nbf: "sas",
  iat: "pat",
  expires_on: "expiring_key",
  not_before: "notification_key",
  ext_expires_in: "ext_token",
  refresh_expires_in: "refresh_token",
  expires_at: "expiring_url",
  instance_url: "instance_key",
  issued_at: "issued_token",
  tenant_id: "tenant_key",
  thumbprint: "private_key",
  status_code: "code",
};

const secured = { secureData: { properties: ["inputs", "outputs"] } };

/** A workflow that writes a field of an answer to the vault, and whose run history shows the answer. */
function written(field: string): object {
  return {
    actions: {
      Answer: { type: "Http", inputs: { method: "POST", uri: "https://api.example.com/devices" } },
      Write: {
        type: "Http",
        inputs: {
          method: "PUT",
          uri: "https://kv-tokens.vault.azure.net/secrets/written",
          body: { value: `@body('Answer')?['${field}']` },
        },
        runtimeConfiguration: secured,
      },
    },
  };
}

/** A workflow that shows a field of an answer that is secret as a whole. */
function shown(field: string): object {
  const uri = "https://management.azure.com/subscriptions/s/providers/Microsoft.Devices/IotHubs/hub/listkeys";
  return {
    actions: {
      Keys: { type: "Http", inputs: { method: "POST", uri }, runtimeConfiguration: secured },
      Show: { type: "Compose", inputs: `@body('Keys')?['${field}']` },
    },
  };
}

function exposures(definition: object): readonly string[] {
  return findExposures(definition, new Map()).exposures.map(({ node, kind }) => `${node?.name ?? ""} ${kind}`);
}

describe("A public field of an answer", () => {
  for (const [field, neighbour] of Object.entries(secretNeighbours)) {
    it(`${field} may be written to a vault from what is shown, and be shown; ${neighbour} may not`, () => {
      assert.deepEqual(exposures(written(field)), []);
      assert.deepEqual(exposures(written(neighbour)), ["Answer outputs-not-secured"]);
      assert.deepEqual(exposures(shown(field)), []);
      assert.deepEqual(exposures(shown(neighbour)), ["Show kind-cannot-hide"]);
    });
  }

  it("is public in any spelling", () => {
    for (const field of ["expiresIn", "EXPIRES_IN", "expires-in"]) {
      assert.deepEqual(exposures(written(field)), []);
      assert.deepEqual(exposures(shown(field)), []);
    }
  });

  it("has a document that describes it", () => {
    for (const url of Object.values(publicFields)) assert.match(url, /^https:\/\/\S+$/);
  });
});
