import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mermaidBlock, writeFlowchart } from "../../../pictures/mermaid";
import { escapeLabel } from "../../../pictures/mermaid/escape-label";
import { hostileNames } from "../hostile-definitions";
import { anyCharacter } from "../../any-characters";

describe("A flowchart in Mermaid's language", () => {
  it("is a graph, which Azure DevOps draws, with each shape and edge", () => {
    const shapes = ["box", "pill", "diamond", "hexagon", "frame", "cylinder"] as const;
    const nodes = shapes.map((shape) => ({ lines: [shape, "2nd line"], shape }));
    const edges = [
      { from: 0, to: 1, label: "", isDashed: false },
      { from: 1, to: 0, label: "Failed", isDashed: true },
    ];
    assert.deepEqual(writeFlowchart({ direction: "LR", nodes, edges }).split("\n"), [
      "graph LR",
      '  n0["box<br/>2nd line"]',
      '  n1(["pill<br/>2nd line"])',
      '  n2{"diamond<br/>2nd line"}',
      '  n3{{"hexagon<br/>2nd line"}}',
      '  n4[["frame<br/>2nd line"]]',
      '  n5[("cylinder<br/>2nd line")]',
      "  n0 --> n1",
      '  n1 -.->|"Failed"| n0',
    ]);
  });

  it("says so if there is nothing to draw", () => {
    assert.equal(writeFlowchart({ direction: "TD", nodes: [], edges: [] }), 'graph TD\n  n0["Nothing"]');
  });

  it("has the fence that the site reads", () => {
    assert.equal(mermaidBlock("graph TD", "github"), "```mermaid\ngraph TD\n```");
    assert.equal(mermaidBlock("graph TD", "gitlab"), "```mermaid\ngraph TD\n```");
    assert.equal(mermaidBlock("graph TD", "azure-devops"), "::: mermaid\ngraph TD\n:::");
  });

  it("keeps each node and edge on its line within quotation marks, whatever the names", () => {
    const name = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: anyCharacter, maxLength: 80 }));
    fc.assert(
      fc.property(name, name, name, (first, second, label) => {
        const nodes = [{ lines: [first, second], shape: "diamond" }] as const;
        const text = writeFlowchart({ direction: "TD", nodes, edges: [{ from: 0, to: 0, label, isDashed: false }] });
        const [head, node = "", edge = "", ...rest] = text.split("\n");
        assert.deepEqual([head, rest], ["graph TD", []]);
        const inside = String.raw`(?:[\p{L}\p{M}\p{N} ,()/_:-]|#\d+;)+`;
        assert.match(node, new RegExp(`^ {2}n0\\{"${inside}<br/>${inside}"\\}$`, "u"));
        assert.match(edge, new RegExp(`^ {2}n0 -->(?:\\|"${inside}"\\|)? n0$`, "u"));
      }),
    );
  });
});

describe("A label of any author", () => {
  const cases: readonly (readonly [claim: string, text: string, expected: string])[] = [
    ["keeps letters of any language", "Get_client-secret 2: שלום 你好 é", "Get_client-secret 2: שלום 你好 é"],
    ["cannot end the label", `a"]\n--> b`, "a#34;#93; #45;#45;#62; b"],
    ["is no HTML", "<b>&lt;</b>", "#60;b#62;#38;lt#59;#60;/b#62;"],
    ["is no Markdown", "`*a*` __b__ 1. c", "#96;#42;a#42;#96; #95;#95;b#95;#95; 1#46; c"],
    ["is no directive or comment", "%%{init: {}}%%", "#37;#37;#123;init: #123;#125;#125;#37;#37;"],
    ["is no escape of Mermaid's", "#35; ﬂ°35¶ß", "#35;35#59; fl#176;35#182;ß"],
    ["is no style, whose last semicolon Mermaid would drop", "style:#fff;", "style#58;#35;fff#59;"],
    ["is no formula and no icon", "$$x$$ fa:fa-car", "#36;#8288;#36;x#36;#8288;#36; fa#58;#8288;fa-car"],
    ["cannot turn the direction of writing", "a\u202eb", "ab"],
    ["is a space if it is empty", "", " "],
  ];
  for (const [claim, text, expected] of cases) {
    it(claim, () => {
      assert.equal(escapeLabel(text), expected);
    });
  }
});
