import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluatePolicy, evaluateStart, evaluateVerification } from "../../../local/matrix/evaluate-results";
import type { Proof, ReportedRun } from "../../../local/report";
import { failed, passed } from "../../../verify/check-result";

const check = (held: boolean) => ({ claim: "…", expected: "1 of 1", seen: held ? "1 of 1" : "0 of 1", held });
const proof = (held: boolean): Proof => ({ id: "fresh-token", ...check(held), control: check(true) });
const run = (code?: string): ReportedRun => ({
  id: "08584056208854775807000000001CU01",
  workflow: "refresh-crm-token1234",
  trigger: "Recurrence",
  status: code === undefined ? "Succeeded" : "Failed",
  ...(code === undefined ? {} : { code }),
  startTime: "2026-01-01T00:00:00.000Z",
  billableActions: 1,
  actions: [],
});
const remedy = { cause: "…", fix: "…" };
const refreshFailed = (code: string) =>
  failed({ check: "refresh", subject: "crm", seen: `run 1 ended Failed: ${code}` }, remedy);

describe("What is expected of a stack", () => {
  it("that fits its token server is that each proof holds", () => {
    assert.deepEqual(evaluateStart({ proofs: [proof(true)], runs: [run()] }, {}), {
      held: true,
      seen: "1 proofs hold",
    });
    assert.deepEqual(evaluateStart({ proofs: [proof(false)], runs: [run()] }, {}), {
      held: false,
      seen: "fresh-token: 0 of 1",
    });
  });

  it("that does not fit is the class of its provider's answer, and a proof that does not hold", () => {
    const expected = { refreshFails: "invalid_scope" } as const;
    const held = (code: string | undefined, fresh: boolean) =>
      evaluateStart({ proofs: [proof(fresh)], runs: [run(code)] }, expected).held;
    assert.deepEqual(
      [held("invalid_scope", false), held("invalid_scope", true), held("BadAnswer", false), held(undefined, false)],
      [true, false, false, false],
    );
  });

  it("is no mandatory finding of the policy pack", () => {
    const finding = { rule: "hidden-tokens", resource: "relay", message: "…" };
    const of = (level: string) =>
      evaluatePolicy({ resources: 1, findings: [{ ...finding, level }], declaredReasons: [] });
    assert.deepEqual(of("mandatory"), { held: false, seen: "hidden-tokens on relay" });
    assert.deepEqual(of("advisory"), { held: true, seen: "1 advisory" });
  });

  it("is a token that expires before the next refresh only where the server repeats it until its end", () => {
    const seen = "version 1 expires 2026-11-29T14:19:58.000Z, before the next refresh in 10 min";
    const early = failed({ check: "new version", subject: "crm", seen }, remedy);
    assert.equal(evaluateVerification([early], {}).held, false);
    assert.equal(evaluateVerification([early], { mayEndEarly: true }).held, true);
    assert.equal(evaluateVerification([early, refreshFailed("x")], { mayEndEarly: true }).held, false);
  });

  it("is that each check passes, or the one fails that has to, with its class", () => {
    const fine = passed("grants", "crm", "…");
    const verdicts = [
      evaluateVerification([fine], {}),
      evaluateVerification([fine, refreshFailed("invalid_grant")], {}),
      evaluateVerification([fine], { refreshFails: "invalid_client" }),
      evaluateVerification([fine, refreshFailed("invalid_client")], { refreshFails: "invalid_client" }),
      evaluateVerification([refreshFailed("BadAnswer")], { refreshFails: "invalid_client" }),
      evaluateVerification([failed({ check: "new version", subject: "crm", seen: "…" }, remedy)], {
        checkFails: "new version",
      }),
    ];
    assert.deepEqual(
      verdicts.map(({ held }) => held),
      [true, false, false, true, false, true],
    );
  });
});
