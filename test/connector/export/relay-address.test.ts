import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { bindToRelay, setSecretDocument } from "../../../connector";
import { readRelayAddress } from "../../../connector/export";
import { asObject } from "../../../definition";
import { address, document } from "./bound-document";

const key = "dGhlIGtleSBvZiB0aGUgcmVsYXkgaXMgaGVyZQ";

describe("readRelayAddress", () => {
  it("reads what bindToRelay wrote", () => {
    assert.deepEqual(readRelayAddress(document), { address, problems: [] });
  });

  it("names every part that an unbound document lacks", () => {
    assert.deepEqual(
      readRelayAddress(asObject(setSecretDocument(["token"]))).problems,
      ["host", "basePath", "api-version", "sp", "sv"].map((part) => `its document has no ${part} of a relay.`),
    );
  });

  for (const [part, changed] of [
    ["host", { ...address, host: `${address.host}/?sig=${key}` }],
    ["basePath", { ...address, basePath: `${address.basePath}?sig=${key}` }],
    ["api-version", { ...address, queries: { ...address.queries, "api-version": key } }],
    ["sp", { ...address, queries: { ...address.queries, sp: `/triggers/manual/run&sig=${key}` } }],
    ["sv", { ...address, queries: { ...address.queries, sv: key } }],
  ] as const) {
    it(`refuses a key in ${part}, without showing it`, () => {
      const { problems } = readRelayAddress(asObject(bindToRelay(setSecretDocument(["token"]), changed)));
      assert.deepEqual(problems, [`its document has no ${part} of a relay.`]);
    });
  }
});
