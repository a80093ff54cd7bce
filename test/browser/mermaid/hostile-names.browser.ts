import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { writeFlowchart } from "../../../pictures/mermaid";
import { plainText } from "../../../pictures/text/plain-text";
import { hostileNames } from "../../pictures/hostile-definitions";
import { takeScreenshots } from "../checks/screenshots";
import { openMermaid } from "./mermaid";

/** A text as people read it: Mermaid changes blanks, and joins are in no sight. */
const readable = (text: string) =>
  text
    .replaceAll("\u2060", "")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();

describe("A flowchart in Mermaid", () => {
  it("shows hostile names as they are, as nodes and on edges", async () => {
    const flowchart = writeFlowchart({
      direction: "TD",
      nodes: hostileNames.map((name) => ({ lines: [name], shape: "box" })),
      edges: hostileNames.map((label, from) => ({ from, to: 0, label, isDashed: from % 2 === 0 })),
    });
    const mermaid = await openMermaid();
    assert.equal(await mermaid.draw(flowchart), undefined);
    const names = hostileNames.map((name) => readable(plainText(name))).filter((name) => name !== "");
    for (const kind of [".nodeLabel", "span.edgeLabel"]) {
      const shown = (await mermaid.page.locator(kind).allTextContents()).map(readable).filter((text) => text !== "");
      assert.deepEqual([kind, ...shown.sort()], [kind, ...names.sort()]);
    }
    await takeScreenshots(mermaid.page, "mermaid-hostile");
  });
});
