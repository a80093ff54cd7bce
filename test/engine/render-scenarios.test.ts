import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { renderScenarios } from "./render-scenarios";
import { everyScenario } from "./scenarios/every-scenario";
import { readRecord, recordFolder } from "./scenarios/scenario";

describe("docs/emulator/engine-scenarios.md", () => {
  it("is what npm run scenarios writes", () => {
    assert.equal(readFileSync(join("docs", "emulator", "engine-scenarios.md"), "utf8"), renderScenarios());
  });
});

describe("azure-native's record", () => {
  it("has one file per scenario", () => {
    const files = readdirSync(recordFolder);
    assert.deepEqual(files.sort(), everyScenario.map(({ name }) => `${name}.json`).sort());
  });

  it("has the steps of each scenario, in their order", () => {
    for (const { name, steps } of everyScenario)
      assert.deepEqual(Object.keys(readRecord(name).steps), Object.keys(steps));
  });
});
