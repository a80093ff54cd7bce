import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { drawWorkflow, graphWorkflow, workflowStyles } from "../../../pictures";
import { statusWords, type NodeStatus } from "../../../pictures/svg/outcomes";
import { darkPalette, lightPalette } from "../../../pictures/svg/workflow-styles";

/** Relative luminance of a colour `#rrggbb`. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe("The colours of pictures", () => {
  for (const [scheme, palette] of Object.entries({ light: lightPalette, dark: darkPalette })) {
    it(`have the contrast that text and lines need, ${scheme}`, () => {
      const { canvas, surface, line, ...texts } = palette;
      for (const [name, colour] of Object.entries(texts)) {
        for (const behind of [canvas, surface]) assert.ok(contrast(colour, behind) >= 4.5, `${name} on ${behind}`);
      }
      for (const behind of [canvas, surface]) assert.ok(contrast(line, behind) >= 3, behind);
    });
  }

  it("are of every class that pictures have, and of no other", () => {
    const actions = {
      A: { type: "Scope", actions: {}, runtimeConfiguration: { secureData: { properties: ["inputs"] } } },
      B: { type: "If", actions: {}, runAfter: { A: ["Failed"] } },
    };
    const classes = new Set<string>();
    for (const status of Object.keys(statusWords) as NodeStatus[]) {
      const outcomes =
        status === "NotReached"
          ? []
          : [
              { name: "A", status },
              { name: "B", status },
            ];
      const run = { status, triggerName: "T", actions: outcomes };
      const svg = drawWorkflow(graphWorkflow({ triggers: { T: {} }, actions }), { title: "", run });
      for (const [, names = ""] of svg.matchAll(/ class="([^"]*)"/g))
        for (const name of names.split(" ")) classes.add(name);
    }
    const styled = new Set(Array.from(workflowStyles.matchAll(/(?<!-)\.(wf[-\w]*)/g), ([, name = ""]) => name));
    assert.deepEqual([...classes].sort(), [...styled].sort());
  });

  it("load nothing, and stay within pictures", () => {
    assert.ok(!/url\(|@import|@font-face|<|>/.test(workflowStyles));
    const selectors = workflowStyles.replaceAll(/\{[^{}]*\}/g, ";").match(/[^;{}\n]+/g) ?? [];
    for (const selector of selectors.filter((each) => !each.startsWith("@media")))
      for (const part of selector.split(",")) assert.match(part, /^\.wf/);
  });
});
