import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { AnyFaultResult } from "../../../local/faults/run-faults";
import { renderFaultsPage } from "../../../local/page/faults-page";

const outcome = {
  run: "Failed VaultUnavailable",
  token: "stale",
  requests: 1,
  versions: 0,
  alerts: ["failed"],
} as const;
const result: AnyFaultResult = {
  fault: "relay-unreachable",
  combination: "client_credentials/connector",
  seen: outcome,
  expected: outcome,
  leaks: 0,
  held: true,
};
const groups = new Map([["relay-unreachable", "vault"]]);

/** Rows of a page, each as its text. */
function rowsOf(html: string): readonly string[] {
  return [...html.matchAll(/<tr[^]*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<[^>]*>|&nbsp;/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
}

describe("The page of injected faults", () => {
  it("shows what was seen of each, in one row where combinations saw the same", () => {
    const other = { ...result, combination: "refresh_token/connector" };
    const page = renderFaultsPage({ held: true, results: [result, other] }, groups);
    assert.match(page, /<title>Held: Injected faults<\/title>/);
    assert.match(page, /<h2 id="faults-1-heading">Faults: vault<\/h2>/);
    assert.deepEqual(rowsOf(page), [
      "Where Result Seen",
      "relay-unreachable",
      "connector ✔ as expected run: Failed VaultUnavailable ; token: stale ; requests: 1 ; versions: 0 ; alerts: failed",
    ]);
  });

  it("shows what was expected instead, and canaries that were found", () => {
    const failed = { ...result, seen: { ...outcome, token: "good" as const }, leaks: 2, held: false };
    const page = renderFaultsPage({ held: false, results: [failed] }, groups);
    assert.match(page, /<title>Failed: /);
    assert.match(page, /✘<\/span>&nbsp;1 of 1 run did not go as expected\./);
    assert.match(
      rowsOf(page)[2] ?? "",
      /✘ not as expected .*; token: good expected: stale ; .* ✘ 2 canaries in run history$/,
    );
  });

  it("takes texts for texts, and shows the proofs under readings", () => {
    const hostile = `<script>"'&`;
    const check = { claim: hostile, expected: "1", seen: "2", held: false };
    const proofs = [{ id: "name-guard", ...check, control: check, readings: "actionTimeout EachRequest" }];
    const page = renderFaultsPage({ held: false, results: [{ ...result, fault: hostile }], proofs }, new Map());
    assert.doesNotMatch(page, /<script/);
    assert.deepEqual(rowsOf(page).slice(3), [
      "Proof Result Seen",
      "&lt;script&gt;&quot;&#39;&amp; ✘ failed 2 actionTimeout EachRequest",
    ]);
  });
});
