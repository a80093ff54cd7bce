import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderScenarios } from "./render-scenarios";

/** Writes docs/engine-scenarios.md. */
writeFileSync(join("docs", "engine-scenarios.md"), renderScenarios());
