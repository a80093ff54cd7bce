import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";

describe("docs/other-languages.md", () => {
  it("shows the program in YAML that the tests of the engine deploy", () => {
    const page = readFileSync("docs/other-languages.md", "utf8");
    const [, shown] = /```yaml\n([^]*?)```/.exec(page) ?? [];
    assert.equal(shown, readFileSync("docs/examples/component/Pulumi.yaml", "utf8"));
  });
});
