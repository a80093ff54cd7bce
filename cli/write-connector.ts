import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderReference } from "../connector/reference/render-reference";

/** Writes docs/connector.md from the connector's document and its relay's answers. */
writeFileSync(join(__dirname, "..", "docs", "connector.md"), renderReference());
