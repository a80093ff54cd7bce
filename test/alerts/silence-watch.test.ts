import * as fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { longestWatchedInterval, silenceWatch } from "../../alerts";

const minutes: Readonly<Record<string, number>> = {
  ...{ PT5M: 5, PT15M: 15, PT30M: 30, PT1H: 60, PT6H: 360, PT12H: 720, P1D: 1440 },
};

describe("silenceWatch", () => {
  for (const [interval, windowSize, evaluationFrequency, noticedAfterMinutes] of [
    [1, "PT15M", "PT5M", 20],
    [7, "PT15M", "PT5M", 20],
    [8, "PT30M", "PT5M", 35],
    [15, "PT30M", "PT5M", 35],
    [16, "PT1H", "PT5M", 65],
    [30, "PT1H", "PT5M", 65],
    [31, "PT6H", "PT15M", 375],
    [60, "PT6H", "PT15M", 375],
    [180, "PT6H", "PT15M", 375],
    [181, "PT12H", "PT30M", 750],
    [360, "PT12H", "PT30M", 750],
    [361, "P1D", "PT1H", 1500],
    [720, "P1D", "PT1H", 1500],
  ] as const) {
    it(`looks back ${windowSize} for runs every ${interval} min`, () => {
      assert.deepEqual(silenceWatch(interval), { windowSize, evaluationFrequency, noticedAfterMinutes });
    });
  }

  for (const [interval, longestRun, windowSize] of [
    [1, 14, "PT15M"],
    [1, 15, "PT30M"],
    [1, 35, "PT1H"],
    [25, 35, "PT1H"],
    [26, 35, "PT6H"],
    [180, 35, "PT6H"],
  ] as const) {
    it(`looks back ${windowSize} for runs every ${interval} min that take up to ${longestRun} min`, () => {
      assert.equal(silenceWatch(interval, longestRun)?.windowSize, windowSize);
    });
  }

  it("looks at nothing where two intervals are longer than a day", () => {
    assert.equal(longestWatchedInterval, 720);
    assert.equal(silenceWatch(721), undefined);
    assert.equal(silenceWatch(72_000), undefined);
  });

  it("holds two intervals in the window, and looks more often than the window is long", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: longestWatchedInterval }), (interval) => {
        const { windowSize = "", evaluationFrequency = "" } = silenceWatch(interval) ?? {};
        const [window = 0, frequency = 0] = [minutes[windowSize], minutes[evaluationFrequency]];
        return window >= 2 * interval && frequency < window;
      }),
    );
  });
});
