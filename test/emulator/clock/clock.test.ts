import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ControlledClock } from "../../../emulator/clock";

const noon = new Date("2026-11-23T12:00:00Z");

describe("ControlledClock", () => {
  it("stands still until somebody waits or it is told to move on", async () => {
    const clock = new ControlledClock(noon);
    assert.deepEqual(clock.now(), noon);
    await clock.wait(90_000);
    assert.deepEqual(clock.now(), new Date("2026-11-23T12:01:30Z"));
    clock.advanceTo(new Date("2026-12-01T00:00:00Z"));
    assert.deepEqual(clock.now(), new Date("2026-12-01T00:00:00Z"));
  });

  it("does not go back", async () => {
    const clock = new ControlledClock(noon);
    clock.advanceTo(new Date("2026-11-23T11:59:59Z"));
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

  it("refuses what is not a time", async () => {
    const clock = new ControlledClock(noon);
    assert.throws(() => new ControlledClock(new Date("never")), /Not a date/);
    await assert.rejects(clock.wait(Number.NaN), /Cannot wait NaN milliseconds/);
    await assert.rejects(clock.wait(Infinity), /Cannot wait Infinity milliseconds/);
  });

  it("moves with the machine's clock where it ticks, and still lets an hour pass at once", async () => {
    const clock = new ControlledClock(noon, { ticking: true });
    const started = performance.now();
    await clock.wait(3_600_000);
    const elapsed = clock.now().getTime() - noon.getTime() - 3_600_000;
    assert.ok(elapsed >= 0 && elapsed <= performance.now() - started + 2, String(elapsed));
  });

  it("really waits once it is released", async () => {
    const clock = new ControlledClock(noon, { ticking: true });
    clock.release();
    const started = performance.now();
    await clock.wait(20);
    assert.ok(performance.now() - started >= 19);
  });

  it("keeps no process alive, once it is released", () => {
    const timeouts = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
    const clock = new ControlledClock(noon, { ticking: true });
    clock.release();
    const before = timeouts();
    void clock.wait(100);
    assert.equal(timeouts(), before);
  });
});
