import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { alertNotes } from "../../alerts";

const token = { intervalMinutes: 30, assumedLifetimeMinutes: 120 };
const notified = { alerts: true, alertEmails: ["team@example.com"], tokens: [token] };

describe("alertNotes", () => {
  it("are none where somebody is notified, and in time", () => {
    assert.deepEqual(alertNotes(notified), []);
    assert.deepEqual(alertNotes({ ...notified, alertEmails: [], actionGroupId: "/subscriptions/s" }), []);
  });

  it("report that nobody is notified", () => {
    assert.deepEqual(alertNotes({ ...notified, alertEmails: [] }), [
      "Nobody is notified when an alert fires; it is only visible in the portal. Set alertEmails or actionGroupId.",
    ]);
    assert.deepEqual(alertNotes({ ...notified, alerts: false }), [
      "alerts is false: nobody is notified of failed or missing refreshes.",
    ]);
  });

  it("tell once of all tokens whose silence is noticed after they have expired", () => {
    const late = { intervalMinutes: 60, assumedLifetimeMinutes: 120 };
    const notes = alertNotes({ ...notified, tokens: [late, token, late] });
    assert.equal(notes.length, 1);
    assert.match(
      notes[0] ?? "",
      /^tokens\[0\], tokens\[2\]: .*noticed after up to 375 min.*token of 120 min has expired/,
    );
    assert.deepEqual(alertNotes({ ...notified, tokens: [{ ...late, assumedLifetimeMinutes: 375 }] }), []);
  });

  it("tell of intervals that are too long to be watched", () => {
    const [note = ""] = alertNotes({ ...notified, tokens: [{ intervalMinutes: 721, assumedLifetimeMinutes: 5000 }] });
    assert.match(
      note,
      /^tokens\[0\]: nobody is notified when refreshes just stop: .*Refresh every 720 min or more often/,
    );
  });
});
