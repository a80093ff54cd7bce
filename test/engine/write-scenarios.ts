import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderScenarios } from "./render-scenarios";

/** Writes docs/emulator/engine-scenarios.md. */
writeFileSync(join("docs", "emulator", "engine-scenarios.md"), renderScenarios());
