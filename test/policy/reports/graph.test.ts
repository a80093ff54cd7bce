import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { Access, StackChange } from "../../../policy/graphs";
import { renderMarkdown } from "../../../policy/reports";
import { renderGraph } from "../../../policy/reports/render-graph";
import { exampleReport, relayGrant } from "./example-report";

const access: readonly Access[] = [
  { from: { kind: "Logic App", name: "relay" }, to: { kind: "Secret", name: "token in kv" }, rights: ["set"] },
];
const changes: readonly StackChange[] = [{ urn: relayGrant, operation: "create", properties: [] }];
const comparison = { base: "before.json", removed: [], changed: [], unchanged: 0 };

/** Heading of the graph, and how many lines it has. */
function headingOf(text: string): readonly [string | undefined, number] {
  return [/^### (.*)$/m.exec(text)?.[1], text.split("\n").length];
}

describe("The graph of a policy report", () => {
  it("is who may do what, in the fence of the site, after the findings", () => {
    const report = exampleReport({ access });
    const graph = [
      "",
      "### Who may do what",
      "",
      "```mermaid",
      "graph LR",
      '  n0["Logic App<br/>relay"]',
      '  n1[("Secret<br/>token in kv")]',
      '  n0 -->|"set"| n1',
      "```",
      "",
    ].join("\n");
    assert.equal(renderMarkdown(report, "github"), renderMarkdown(report) + graph);
    const azure = graph.replace("```mermaid", "::: mermaid").replace("```", ":::");
    assert.equal(renderMarkdown(report, "azure-devops"), renderMarkdown(report) + azure);
  });

  it("is what changes, where an event log or a comparison tells it", () => {
    const before = { ...comparison, access: { added: access, removed: [] } };
    assert.deepEqual(headingOf(renderGraph(exampleReport({ access, changes }), "github")), ["What changes", 8]);
    assert.deepEqual(headingOf(renderGraph(exampleReport({ access, comparison: before }), "github")), [
      "Grants that change",
      10,
    ]);
    assert.deepEqual(headingOf(renderGraph(exampleReport({ access, comparison }), "github")), ["Who may do what", 10]);
  });

  it("says that nothing changes, and leaves out what nobody knows", () => {
    assert.equal(renderGraph(exampleReport({ changes: [] }), "github"), "\n### What changes\n\nNothing.\n");
    assert.equal(renderGraph(exampleReport(), "github"), "");
  });

  it("counts what is too much to draw, and leaves the findings their room", () => {
    const many = Array.from({ length: 200 }, (_, index): Access[] =>
      access.map((each) => ({ ...each, to: { kind: "Secret", name: `${index}` } })),
    ).flat();
    assert.equal(
      renderGraph(exampleReport({ access: many }), "github"),
      "\n### Who may do what\n\nToo much to draw: 401 nodes and edges.\n",
    );
    const long = access.map((each) => ({ ...each, rights: ["`".repeat(30_000)] }));
    assert.match(renderGraph(exampleReport({ access: long }), "github"), /Too much to draw: 3 nodes and edges\.\n$/);
    const [first] = exampleReport().findings;
    assert.ok(first !== undefined);
    const findings = Array.from({ length: 60 }, () => ({ ...first, message: "`".repeat(1000) }));
    const wide = access.map((each) => ({ ...each, rights: ["`".repeat(3_000)] }));
    const text = renderMarkdown(exampleReport({ findings, access: wide }), "github");
    assert.ok(text.length <= 65_536 && text.length > 50_000);
    assert.ok(text.endsWith("```\n"));
  });
});
