import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "mocha";
import { schemes, takeScreenshots } from "../checks/screenshots";
import { openMermaid } from "./mermaid";

const root = join(__dirname, "..", "..", "..");

/** Each diagram of the repository's Markdown, named after its file and its place there. */
const diagrams = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .flatMap((file) => {
    const blocks = readFileSync(join(root, file), "utf8").matchAll(/^```mermaid\n([^]*?)^```$/gm);
    return [...blocks].map(([, text = ""], index) => ({ name: `${file.replaceAll("/", "-")}-${index + 1}`, text }));
  });

describe("The diagrams of the documents", () => {
  for (const scheme of schemes) {
    it(`are drawn by Mermaid in its ${scheme} theme`, async () => {
      const mermaid = await openMermaid(scheme);
      assert.ok(diagrams.length > 0);
      for (const { name, text } of diagrams) {
        assert.deepEqual([name, await mermaid.draw(text)], [name, undefined]);
        await takeScreenshots(mermaid.page, `mermaid-${name}-${scheme}`);
      }
    });
  }

  it("are refused by Mermaid with the line that is wrong", async () => {
    const mermaid = await openMermaid();
    assert.match((await mermaid.draw("flowchart TD\n  a --> b\n  b -->--> c\n")) ?? "", /^Parse error on line 3:/);
  });
});
