import { after, before, describe, it } from "mocha";
import assert from "node:assert/strict";
import { openVault, refusal, type VaultBench } from "./vault-bench";

const value = "the secret value";
const fifteen = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`t${index}`, "x"]));

describe("Key Vault's checks of a request", () => {
  let bench: VaultBench;

  before(async () => {
    bench = await openVault();
    bench.keyVault.seedSecret("kv-test", "current", "v");
  });

  after(() => bench.network.close());

  for (const [what, body] of [
    ["a value of 25,600 bytes", { value: "ä".repeat(12_800) }],
    ["an empty value", { value: "" }],
    ["a content type of 255 characters", { value, contentType: "x".repeat(255) }],
    ["15 tags", { value, tags: fifteen }],
    ["tags of 512 characters", { value, tags: { ["n".repeat(512)]: "v".repeat(512) } }],
    ["all attributes", { value, attributes: { enabled: false, nbf: 0, exp: 253_402_300_799 } }],
  ] as const) {
    it(`take ${what}`, async () => {
      assert.equal((await bench.call("PUT", "/secrets/taken", body)).status, 200);
    });
  }

  for (const [what, body, message] of [
    ["no value", {}, "Property value is required and must be a string."],
    ["null as value", { value: null }, "Property value is required and must be a string."],
    ["a number as value", { value: 5 }, "Property value is required and must be a string."],
    ["25,601 bytes", { value: `${"ä".repeat(12_800)}x` }, "Property value is longer than 25600 bytes (25 KB)."],
    [
      "256 characters of content type",
      { value, contentType: "x".repeat(256) },
      "Property contentType must be a string of at most 255 characters.",
    ],
    ["16 tags", { value, tags: { ...fifteen, one: "more" } }, "Property tags has 16 tags; 15 are allowed."],
    ["a long tag", { value, tags: { a: "v".repeat(513) } }, "Tag 'a' must be a string of at most 512 characters."],
    ["a number as tag", { value, tags: { a: 1 } }, "Tag 'a' must be a string of at most 512 characters."],
    ["a long name of a tag", { value, tags: { ["n".repeat(513)]: "v" } }, "A tag's name has more than 512 characters."],
    ["tags as a list", { value, tags: ["a"] }, "Property tags must be an object."],
    [
      "enabled as text",
      { value, attributes: { enabled: "true" } },
      "Property attributes.enabled must be true or false.",
    ],
    ...["exp", "nbf"].flatMap((name) =>
      ["1", 1.5, -1, null, 253_402_300_800].map(
        (time) =>
          [
            `${name} ${JSON.stringify(time)}`,
            { value, attributes: { [name]: time } },
            `Property attributes.${name} must be a whole number of seconds since 1970-01-01T00:00:00Z.`,
          ] as const,
      ),
    ),
    [
      "an attribute of Key Vault's own",
      { value, attributes: { created: 1 } },
      "Property attributes has a property 'created' that cannot be set; known are enabled, nbf, exp.",
    ],
    [
      "an unknown property",
      { value, expires: 1 },
      "The request body has a property 'expires' that cannot be set; known are value, contentType, tags, attributes.",
    ],
    ["a list", [value], "The request body must be an object."],
    ["no JSON", `{"value":"${value}`, "The request body is not valid JSON."],
  ] as const) {
    it(`refuse ${what}, without quoting the value`, async () => {
      const answer = await bench.call("PUT", "/secrets/refused", body);
      assert.deepEqual(refusal(answer), { status: 400, code: "BadParameter", message });
      assert.equal(JSON.stringify(answer).includes(value), false);
      assert.deepEqual(bench.keyVault.versions("kv-test", "refused"), []);
    });
  }

  it("refuse a body that is not declared as JSON", async () => {
    const headers = { "content-type": "text/plain" };
    const answer = await bench.call("PUT", "/secrets/refused", { value }, headers);
    const message = "The body's Content-Type must be application/json.";
    assert.deepEqual(refusal(answer), { status: 415, code: "UnsupportedMediaType", message });
  });

  it("refuse a value in Update", async () => {
    const { status, message } = refusal(await bench.call("PATCH", "/secrets/current/", { value }));
    const expected =
      "The request body has a property 'value' that cannot be set; known are contentType, tags, attributes.";
    assert.deepEqual([status, message], [400, expected]);
  });

  it("refuse a backup that is none", async () => {
    for (const [body, message] of [
      [{ value: "x" }, "Property value is not a backup that was made here."],
      [{}, "Property value is required and must be a string."],
    ] as const) {
      const answer = await bench.call("POST", "/secrets/restore", body);
      assert.deepEqual(refusal(answer), { status: 400, code: "BadParameter", message });
    }
  });

  it("refuse to back up more than 500 versions", async () => {
    for (let count = 0; count < 500; count += 1) bench.keyVault.seedSecret("kv-test", "old", "v");
    assert.equal((await bench.call("POST", "/secrets/old/backup")).status, 200);
    bench.keyVault.seedSecret("kv-test", "old", "v");
    const { status, message } = refusal(await bench.call("POST", "/secrets/old/backup"));
    assert.deepEqual([status, message], [400, "Secret old has more than 500 versions and cannot be backed up."]);
  });

  it("refuse names and versions that no secret has", async () => {
    for (const [path, message] of [
      ["a_b", "invalid name: a_b. A name has 1 to 127 letters, digits and hyphens."],
      ["a%2Fb", "invalid name: a%2Fb. A name has 1 to 127 letters, digits and hyphens."],
      ["n".repeat(128), `invalid name: ${"n".repeat(128)}. A name has 1 to 127 letters, digits and hyphens.`],
      ["current/latest", "invalid version: latest. A version has 32 hex digits."],
    ] as const) {
      const answer = refusal(await bench.call("GET", `/secrets/${path}`));
      assert.deepEqual(answer, {
        status: 400,
        code: "BadParameter",
        message: `The request URI contains an ${message}`,
      });
    }
    assert.equal((await bench.call("PUT", `/secrets/${"n".repeat(127)}`, { value })).status, 200);
    const version = "0".repeat(32);
    const missing = refusal(await bench.call("GET", `/secrets/current/${version}`));
    const message = `A secret with (name/id) current/${version} was not found in this key vault.`;
    assert.deepEqual(missing, { status: 404, code: "SecretNotFound", message });
  });
});
