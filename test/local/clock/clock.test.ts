import { describe, it } from "mocha";
import assert from "node:assert/strict";
import { ControlledClock, SystemClock } from "../../../local/clock";

const noon = new Date("2026-11-23T12:00:00Z");

describe("ControlledClock", () => {
  it("stands still until it is told to move on", async () => {
    const clock = new ControlledClock(noon);
    assert.deepEqual(clock.now(), noon);
    await clock.wait(90_000);
    assert.deepEqual(clock.now(), new Date("2026-11-23T12:01:30Z"));
    clock.advanceTo(new Date("2026-12-01T00:00:00Z"));
    assert.deepEqual(clock.now(), new Date("2026-12-01T00:00:00Z"));
  });

  it("lets a month pass at once", async () => {
    const clock = new ControlledClock(noon);
    const started = Date.now();
    await clock.wait(30 * 24 * 3600_000);
    assert.ok(Date.now() - started < 1000);
    assert.deepEqual(clock.now(), new Date("2026-12-23T12:00:00Z"));
  });

  it("does not go back", async () => {
    const clock = new ControlledClock(noon);
    assert.throws(() => {
      clock.advanceTo(new Date("2026-11-23T11:59:59Z"));
    }, /^RangeError: Cannot go back to 2026-11-23T11:59:59.000Z: it is 2026-11-23T12:00:00.000Z\.$/);
    await clock.wait(-1);
    assert.deepEqual(clock.now(), noon);
  });

  it("is not moved by a date that it was given or gave", () => {
    const start = new Date(noon);
    const clock = new ControlledClock(start);
    start.setFullYear(2000);
    clock.now().setFullYear(2000);
    assert.deepEqual(clock.now(), noon);
  });

  it("refuses what is no time", async () => {
    const clock = new ControlledClock(noon);
    assert.throws(() => new ControlledClock(new Date("never")), /Not a date/);
    await assert.rejects(clock.wait(Number.NaN), /Cannot wait NaN milliseconds/);
    await assert.rejects(clock.wait(Infinity), /Cannot wait Infinity milliseconds/);
  });
});

describe("SystemClock", () => {
  it("tells the machine's time", () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    assert.ok(before <= now && now <= Date.now());
  });

  it("lets time really pass", async () => {
    const started = performance.now();
    await new SystemClock().wait(20);
    assert.ok(performance.now() - started >= 19);
  });

  it("does not wait for what is over, or for what never ends", async () => {
    const clock = new SystemClock();
    await clock.wait(0);
    await clock.wait(-5);
    await assert.rejects(clock.wait(Infinity), /Cannot wait Infinity milliseconds/);
  });
});
