import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, it } from "mocha";
import { searchForSecrets } from "../../../local/leak-search";

const secret = 'a"secret/with+every kind\\of=char%ç';

/** How the first secret that is found in a text was written; undefined when none is. */
function encodingIn(content: string, secrets: readonly string[] = [secret]): string | undefined {
  return searchForSecrets({ secrets, places: [{ name: "text", content }] })[0]?.encoding;
}

const texts = fc.string({ unit: fc.constantFrom(...'abcXYZ019+/=_-%\\"{}: '.split("")), maxLength: 40 });
const secrets = fc.string({ unit: "grapheme", minLength: 8, maxLength: 60 });

describe("search for secrets", () => {
  describe("finds a secret", () => {
    const json = JSON.stringify({ deep: { value: secret } });
    const rows: readonly (readonly [encoding: string, content: string])[] = [
      ["plain", `before ${secret} after`],
      ["url", `https://a.example/?value=${encodeURIComponent(secret)}&other=1`],
      ["url", encodeURIComponent(secret).toLowerCase()],
      ["form", new URLSearchParams({ value: secret }).toString()],
      ["json", json],
      ["json+json", JSON.stringify({ body: json })],
      ["url+json", encodeURIComponent(json)],
      ["json+url", `{"body":"${encodeURIComponent(secret).replaceAll("%", "\\u0025")}"}`],
      ["html", `<td title="${secret.replaceAll('"', "&quot;").replaceAll("/", "&#47;")}">`],
      ["html", secret.replaceAll(/./gs, (each) => `&#x${each.charCodeAt(0).toString(16)};`)],
      ["html+json", `<pre>${json.replaceAll('"', "&quot;")}</pre>`],
      ["base64", Buffer.from(secret).toString("base64")],
      ["hex", Buffer.from(secret).toString("hex")],
      ["hex", Buffer.from(secret).toString("hex").toUpperCase()],
      ["base64", Buffer.from(encodeURIComponent(secret)).toString("base64")],
      ["base64", Buffer.from(json).toString("base64")],
    ];
    for (const [encoding, content] of rows) {
      it(`as ${encoding} in ${content.slice(0, 40)}…`, () => {
        assert.equal(encodingIn(content), encoding);
      });
    }

    it("with \\u escapes", () => {
      const escaped = secret.replaceAll(/./gs, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);
      assert.equal(encodingIn(`"${escaped}"`), "json");
    });

    it("in base64 at each of the three offsets, and in its URL-safe kind", () => {
      const value = "\u{1f511}??>>~~secret";
      for (const before of ["", "x", "xy"]) {
        const whole = Buffer.from(`${before}${value}after`);
        assert.equal(encodingIn(whole.toString("base64"), [value]), "base64");
        assert.equal(encodingIn(whole.toString("base64url"), [value]), "base64url");
        assert.equal(encodingIn(encodeURIComponent(whole.toString("base64")), [value]), "url+base64");
      }
    });

    it("wherever it is in a longer text, however that is encoded", () => {
      const encodings: readonly ((text: string) => string)[] = [
        (text) => text,
        encodeURIComponent,
        JSON.stringify,
        (text) => Buffer.from(text).toString("base64"),
        (text) => Buffer.from(text).toString("base64url"),
        (text) => Buffer.from(text).toString("hex"),
        (text) => encodeURIComponent(Buffer.from(text).toString("base64")),
        (text) => JSON.stringify({ body: encodeURIComponent(text) }),
      ];
      fc.assert(
        fc.property(secrets, texts, texts, fc.constantFrom(...encodings), (value, before, after, encode) => {
          assert.notEqual(encodingIn(`${after}|${encode(`${before}${value}${after}`)}|${before}`, [value]), undefined);
        }),
        { numRuns: 500 },
      );
    });
  });

  it("finds nothing where there is none", () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 8 }), (parts) => {
        assert.equal(encodingIn(parts.join("Q"), ["0123456789abcdefQQ", "zzzzzzzzzzzz"]), undefined);
      }),
    );
    assert.equal(encodingIn(secret.slice(1)), undefined);
    assert.equal(encodingIn(Buffer.from(secret.slice(0, -1)).toString("base64")), undefined);
    assert.equal(encodingIn(""), undefined);
  });

  it("says where each secret was found, once per place and form", () => {
    const places = [
      { name: "state", content: "first-secret first-secret" },
      { name: "history", content: "nothing" },
      { name: "output", content: `second-secret ${Buffer.from("first-secret").toString("hex")}` },
    ];
    assert.deepEqual(searchForSecrets({ secrets: ["first-secret", "second-secret"], places }), [
      { place: "state", secret: 0, encoding: "plain" },
      { place: "output", secret: 0, encoding: "hex" },
      { place: "output", secret: 1, encoding: "plain" },
    ]);
  });

  it("tells apart secrets that start alike, and reports a secret that is in another one", () => {
    const found = (content: string) =>
      searchForSecrets({
        secrets: ["common-start-a", "common-start-b", "common-start-a-and-more"],
        places: [{ name: "text", content }],
      }).map((leak) => leak.secret);
    assert.deepEqual(found("common-start-b"), [1]);
    assert.deepEqual(found("common-start-a-and-more"), [0, 2]);
    assert.deepEqual(found("common-start-"), []);
  });

  it("refuses a secret that is too short to mean anything, without showing it", () => {
    assert.throws(() => searchForSecrets({ secrets: ["long-enough", "short"], places: [] }), {
      name: "RangeError",
      message: "Secret 1 has 5 characters, and would be found by chance: search for secrets with 8 characters or more.",
    });
  });

  it("searches a megabyte for a thousand secrets in well under a second", () => {
    const many = Array.from({ length: 1000 }, () => randomBytes(33).toString("base64"));
    const content = `${randomBytes(500_000).toString("hex")}${many[500] ?? ""}`;
    const start = performance.now();
    assert.equal(encodingIn(content, many), "plain");
    assert.ok(performance.now() - start < 1000);
  });
});
