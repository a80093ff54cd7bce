import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { setSecretDocument } from "../../../connector";
import { credentialPlaces, findCredentials, isCredentialName, isLiteralCredential } from "../../../policy/credentials";
import { ourDefinitions } from "../our-definitions";

const randomness = { minimumLength: 16, minimumEntropy: 3 };

function what(text: string): string | undefined {
  return findCredentials(text, "x", randomness)[0]?.what;
}

describe("findCredentials", () => {
  it("finds nothing in this program's own definitions and document", () => {
    for (const { name, definition } of ourDefinitions) {
      assert.deepEqual(findCredentials(definition, "definition", randomness), [], name);
    }
    assert.deepEqual(findCredentials(setSecretDocument(["salesforce-token"]), "swagger", randomness), []);
  });

  it("knows credentials by their shape", () => {
    const planted = "planted".repeat(6);
    const texts: [text: string, what: string][] = [
      [
        `https://prod.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sig=${planted}`,
        "shared access signature",
      ],
      [`https://f.azurewebsites.net/api/x?code=${planted}==`, "key of a function"],
      [`@concat('https://x?', 'sig=', '${planted}')`, "shared access signature"],
      [`eyJ${planted}.eyJ${planted}.${planted}`, "JSON web token"],
      [`AccountName=a;AccountKey=${planted}==`, "account key"],
      [`Server=a;Password=${planted};`, "password of a connection string"],
      [`https://user:${planted}@a.example`, "user's password"],
      [`Bearer ${planted}`, "bearer token"],
      ["Basic dXNlcjpwYXNzd29yZA==", "Basic scheme"],
      ["-----BEGIN RSA PRIVATE KEY-----", "private key"],
      [`abc8Q~${planted.slice(0, 34)}`, "client secret of Microsoft Entra ID"],
      [`00D0000000000ab!${planted}`, "session id of Salesforce"],
      [`ghp_${planted}`, "GitHub"],
      [`xoxb-${planted}`, "Slack"],
    ];
    for (const [text, expected] of texts)
      assert.ok(what(text)?.includes(expected) === true, `${expected}: ${what(text) ?? ""}`);
  });

  it("knows random texts, in expressions too", () => {
    for (const text of [
      "q7Zk29xLmP04vTwY8bNc",
      "@{parameters('x')}-q7Zk29xLmP04vTwY8bNc",
      "@coalesce(body('A'), 'q7Zk29xLmP04vTwY8bNc')",
    ]) {
      assert.equal(what(text), "a random text", text);
    }
  });

  it("does not take names, ids, dates and addresses for credentials", () => {
    for (const text of [
      "a3f1c2d4-1111-4222-8333-444455556666",
      "/subscriptions/a3f1c2d4-1111-4222-8333-444455556666/resourceGroups/rg/providers/Microsoft.Logic/workflows/a1b2c3d4e5f6a7b8c9",
      "https://prod-12.westeurope.logic.azure.com/workflows/9f86d081884c7d659a2feaa0c55ad015/triggers/manual/paths/invoke",
      "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
      "salesforcesetsecretrelay1a2b3c4d",
      "2026-01-01T00:00:00.0000000Z",
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ",
      "https://a.example/x?sig=@{parameters('sig')}",
      "Bearer @{body('Request_token')?['access_token']}",
      "@guid()",
      "Basic authentication",
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1111111111111111",
      "9f86d081884c7d659a2feaa0c55ad015",
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
      "https://kv.vault.azure.net/secrets/token/9f86d081884c7d659a2feaa0c55ad015?api-version=7.4",
      "b!CbtYWrofwUGBJWnaJkNwoNrBLp_kC3RKklSXPwrdeP3yH8_qmH9xT7Y3RODPxnDm",
      "/v1.0/teams/q7Zk29xLmP04vTwY8bNc/channels/19:4a95f7d8db4c4e7fae857bcebe0623e6@thread.tacv2",
      "https://app.powerbi.com/groups/me/reports/x/ReportSectiona0f09b29614282ac7511",
      '<p>Hello</p><img src="data:image/png;base64,iVBORw0KGgoClYZVkEOMtCiDrgkWIC23FH67tkJg">',
      "-----BEGIN CERTIFICATE-----\nMIIC2jCCAcKgAwIBAgIQ0kQ9y3vR1n8K5tZ7wXg2cTANBgkqhkiG9w0B\n-----END CERTIFICATE-----",
      "sha384-oqVuAfXRKap7fdgcCY5uykM6R9GqQ8KuxyrxkYk8m4r5RT2lzF4v9",
    ]) {
      assert.equal(what(text), undefined, text);
    }
  });

  it("judges a random text by the name of the property that holds it", () => {
    const whatOf = (value: object): readonly string[] =>
      findCredentials(value, "root", randomness).map(({ path }) => path);
    const id = "Pccs8pld6vbQS9FbpC812fE6BHNf";
    assert.deepEqual(whatOf({ planId: id, plan: id, sha256: id, thumbprint: id, etag: [id] }), []);
    assert.deepEqual(whatOf({ note: id, apiKey: "9f86d081884c7d659a2feaa0c55ad015" }), ["root.note", "root.apiKey"]);
  });

  it("finds every generated key, and never repeats it", () => {
    const key = fc.stringMatching(/^[A-Za-z0-9]{40,60}$/);
    fc.assert(
      fc.property(key, (secret) => {
        fc.pre((secret.match(/\d+|\D+/g) ?? []).length > 4);
        const found = findCredentials({ a: [`x=${secret}`] }, "root", randomness);
        assert.deepEqual(found, [{ path: "root.a[0]", what: "a random text" }]);
      }),
    );
  });
});

describe("credentialPlaces", () => {
  const places = (inputs: object): string[] =>
    credentialPlaces({ type: "Http", action: { type: "Http", inputs } }).map(({ path }) => path);

  it("are where credentials are sent", () => {
    assert.deepEqual(places({ authentication: { type: "Basic", username: "u", password: "p" } }), [
      "inputs.authentication.password",
    ]);
    assert.deepEqual(places({ headers: { Authorization: "x", Accept: "y", "X-API-Key": "z" } }), [
      "inputs.headers.Authorization",
      "inputs.headers.X-API-Key",
    ]);
    assert.deepEqual(places({ queries: { sig: "x", "api-version": "1", access_token: "t" } }), [
      "inputs.queries.sig",
      "inputs.queries.access_token",
    ]);
    assert.deepEqual(places({ body: "grant_type=password&password=x&client_secret=y" }), [
      "inputs.body",
      "inputs.body",
    ]);
    assert.deepEqual(places({ method: "PUT", uri: "https://a.vault.azure.net/secrets/b", body: { value: "x" } }), [
      "inputs.body.value",
    ]);
    assert.deepEqual(places({ method: "PUT", uri: "https://a.example/b", body: { value: "x" } }), []);
  });

  it("hold a credential where it stands literally", () => {
    for (const text of ["x", "Bearer x", "@concat('a', 'b')", "@@x"])
      assert.equal(isLiteralCredential(text), true, text);
    for (const text of ["", "@{parameters('x')}", "Bearer @{body('A')}", "@body('A')", "Basic @{base64('a:b')}"]) {
      assert.equal(isLiteralCredential(text), false, text);
    }
  });
});

describe("isCredentialName", () => {
  it("goes by the last words", () => {
    for (const name of "token clientSecret api-key apiKey API_KEY password1 clientSecretValue connectionString sasToken accessToken".split(
      " ",
    )) {
      assert.equal(isCredentialName(name), true, name);
    }
    for (const name of "secretName tokenUrl allowedSecretNames vaultUri keyVaultName publicKey partitionKey canvas $connections".split(
      " ",
    )) {
      assert.equal(isCredentialName(name), false, name);
    }
  });
});
