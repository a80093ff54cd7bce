import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCatalogue } from ".";
import { catalogue } from "../command-line/check";

/** Writes docs/policies.md from the rules. */
writeFileSync(join(__dirname, "..", "..", "docs", "policies.md"), renderCatalogue(catalogue));
