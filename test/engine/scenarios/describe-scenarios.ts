import { describe, it } from "mocha";
import { assertSameLines } from "./lines/assert-same-lines";
import { expectedOutcome } from "./expected-outcome";
import { playScenario } from "./play-scenario";
import type { Scenario } from "./scenario";

/** Minutes for one scenario on a busy machine. */
const timeoutMinutes = 15;

/** Expects of each scenario the previews that azure-native showed, and of each deployment what azure-native did. */
export function describeScenarios(scenarios: readonly Scenario[]): void {
  describe("previews and deployments as azure-native's own", () => {
    for (const scenario of scenarios) {
      const { name, steps } = scenario;
      it(`${name}: ${Object.keys(steps).join(", ")}, destroy`, async () => {
        assertSameLines(await playScenario(scenario), expectedOutcome(scenario));
      }).timeout(timeoutMinutes * 60_000);
    }
  });
}
