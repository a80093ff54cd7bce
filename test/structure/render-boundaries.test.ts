import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { withBoundaries } from "../../structure/render-boundaries";

describe("The table of boundaries in docs/architecture.md", () => {
  it("is that of structure/may-import.json (npm run structure -- --write)", () => {
    const document = readFileSync(join(__dirname, "..", "..", "docs", "architecture.md"), "utf8");
    assert.equal(withBoundaries(document), document);
  });

  it("cannot be written where its place is missing", () => {
    assert.throws(() => withBoundaries("# Architecture\n"), /is missing/);
  });
});
