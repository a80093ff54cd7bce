import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { evaluateVersion } from "../../../verify/checks/new-version";

const now = new Date("2026-11-23T12:00:00Z");
const before = { version: "old", exp: new Date("2026-11-23T12:30:00Z") };
const judge = (after?: { version: string; exp?: Date }, was: typeof before | undefined = before) =>
  evaluateVersion({ secretName: "token", before: was, intervalMinutes: 60, skipsWhileFresh: false }, after, now);
const at = (text: string) => ({ version: "new", exp: new Date(text) });

describe("A secret after its refresh", () => {
  it("has a new version that outlives the time to the next refresh", () => {
    assert.deepEqual(judge(at("2026-11-23T14:00:00Z")), {
      check: "new version",
      subject: "token",
      status: "passed",
      seen: "version new expires 2026-11-23T14:00:00.000Z, in 120 min",
    });
    assert.equal(
      evaluateVersion(
        { secretName: "t", before: undefined, intervalMinutes: 60, skipsWhileFresh: false },
        at("2026-11-23T14:00:00Z"),
        now,
      ).status,
      "passed",
    );
    assert.equal(judge(at("2026-11-23T13:00:00Z")).status, "passed");
  });

  describe("that keeps a token while it is fresh", () => {
    const keep = (after: { version: string; exp?: Date }) =>
      evaluateVersion({ secretName: "token", before: after, intervalMinutes: 60, skipsWhileFresh: true }, after, now);

    it("may have the version before, with a note that says when another one comes", () => {
      assert.deepEqual(keep({ version: "old", exp: new Date("2026-11-23T14:00:00Z") }), {
        check: "new version",
        subject: "token",
        status: "noted",
        seen:
          "version old expires 2026-11-23T14:00:00.000Z, in 120 min: still fresh, so that the run kept it " +
          "(skipWhileFresh) and may have requested none. A run after 2026-11-23T13:00:00.000Z stores another one",
      });
    });

    it("fails with one that does not last until the next refresh, or has no exp", () => {
      assert.equal(keep({ version: "old", exp: new Date("2026-11-23T12:59:00Z") }).status, "failed");
      assert.equal(keep({ version: "old" }).seen, "version old has no exp");
    });
  });

  for (const [what, after, seen] of [
    ["not there", undefined, "the secret is not there, though the run Succeeded"],
    ["the one before", { version: "old" }, "it still has version old"],
    ["without exp", { version: "new" }, "version new has no exp"],
    ["past", at("2026-11-23T12:00:00Z"), "version new expires 2026-11-23T12:00:00.000Z, which is past"],
    [
      "in milliseconds",
      at("+058000-01-01T00:00:00Z"),
      "version new expires +058000-01-01T00:00:00.000Z, in more than a year",
    ],
    [
      "gone before the next refresh",
      at("2026-11-23T12:59:59Z"),
      "version new expires 2026-11-23T12:59:59.000Z, before the next refresh in 60 min",
    ],
  ] as const) {
    it(`fails when it is ${what}, with what to do`, () => {
      const result = judge(after);
      assert.deepEqual([result.status, result.seen], ["failed", seen]);
      assert.ok(result.cause !== undefined && result.fix !== undefined);
    });
  }
});
