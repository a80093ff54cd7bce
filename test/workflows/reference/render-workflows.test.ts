import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { renderWorkflows } from "../../../workflows/reference/render-workflows";

describe("docs/workflows.md", () => {
  it("is rendered from the definitions (by npm run workflows)", () => {
    const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "workflows.md"), "utf8");
    assert.equal(page, renderWorkflows());
  });
});
