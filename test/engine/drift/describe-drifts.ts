import { describe, it } from "mocha";
import { assertSameLines } from "../scenarios/lines/assert-same-lines";
import type { DriftScenario } from "./drift";
import { expectedDrifts, playDrifts } from "./play-drifts";

/** Minutes for one scenario on a busy machine. */
const timeoutMinutes = 15;

/** Expects that each command after a change outside Pulumi finds and does what the scenario says. */
export function describeDrifts(scenarios: readonly DriftScenario[]): void {
  describe("a stack that was changed outside Pulumi", () => {
    for (const scenario of scenarios) {
      it(`${scenario.name}: ${Object.keys(scenario.drifts).join(", ")}`, async () => {
        assertSameLines(await playDrifts(scenario), expectedDrifts(scenario));
      }).timeout(timeoutMinutes * 60_000);
    }
  });
}
