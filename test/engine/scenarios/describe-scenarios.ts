import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { expectedOutcome } from "./expected-outcome";
import { playScenario } from "./play-scenario";
import type { Scenario } from "./scenario";

/** Minutes for one scenario on a busy machine. */
const timeoutMinutes = 6;

/** Expects of each scenario the previews that azure-native showed, and of each deployment what azure-native did. */
export function describeScenarios(scenarios: readonly Scenario[]): void {
  describe("previews and deployments as azure-native's own", () => {
    for (const scenario of scenarios) {
      const { name, steps } = scenario;
      it(`${name}: ${Object.keys(steps).join(", ")}, destroy`, async () => {
        expectOutcome(await playScenario(scenario), expectedOutcome(name));
      }).timeout(timeoutMinutes * 60_000);
    }
  });
}

/** Fails with the lines that are too many or too few; there can be hundreds of others. */
function expectOutcome(actual: readonly string[], expected: readonly string[]): void {
  assert.deepEqual(
    {
      unexpected: actual.filter((line) => !expected.includes(line)),
      missing: expected.filter((line) => !actual.includes(line)),
    },
    { unexpected: [], missing: [] },
  );
}
