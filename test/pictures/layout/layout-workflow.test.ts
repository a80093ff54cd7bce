import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { graphWorkflow } from "../../../pictures";
import type { Box } from "../../../pictures/layout/layout-branch";
import { layoutWorkflow, type TextSizes, type WorkflowLayout } from "../../../pictures/layout/layout-workflow";
import { exampleDefinition } from "../example-definition";
import { hostileDefinitions } from "../hostile-definitions";

const sizes: TextSizes = {
  node: () => ({ width: 100, height: 40 }),
  label: ({ statuses }) => (statuses.length > 1 ? { width: 50, height: 10 } : undefined),
  branch: () => ({ width: 60, height: 20 }),
};

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x - 0.01 &&
    inner.y >= outer.y - 0.01 &&
    inner.x + inner.width <= outer.x + outer.width + 0.01 &&
    inner.y + inner.height <= outer.y + outer.height + 0.01
  );
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.x + a.width > b.x + 0.01 &&
    b.x + b.width > a.x + 0.01 &&
    a.y + a.height > b.y + 0.01 &&
    b.y + b.height > a.y + 0.01
  );
}

function boxOf({ nodes }: WorkflowLayout, name: string): Box {
  const found = nodes.find(({ node }) => node.name === name);
  assert.ok(found !== undefined);
  return found.box;
}

describe("A workflow's layout", () => {
  const layout = layoutWorkflow(graphWorkflow(exampleDefinition), sizes);

  it("goes from top to bottom in the order of the runAfter", () => {
    const tops = ["Recurrence", "Read", "Each", "Route"].map((name) => boxOf(layout, name).y);
    assert.deepEqual(
      tops,
      [...tops].sort((a, b) => a - b),
    );
    assert.equal(new Set(tops).size, 4);
  });

  it("has the branches of a condition side by side, as high as its box", () => {
    const condition = layout.nodes.find(({ node }) => node.name === "Is_due");
    assert.ok(condition !== undefined);
    assert.deepEqual(
      condition.branches.map(({ label, box }) => [label, box.x - condition.box.x, box.width, box.height]),
      [
        ["True", 12, 124, 156],
        ["False", 148, 60, 156],
      ],
    );
    assert.deepEqual([condition.box.width, condition.box.height], [220, 208]);
  });

  it("ends each edge at its nodes", () => {
    for (const { edge, points } of layout.edges) {
      const [from, to] = [layout.nodes[edge.from]?.box, layout.nodes[edge.to]?.box];
      assert.equal(points[0]?.y, (from?.y ?? 0) + (from?.height ?? 0));
      assert.equal(points.at(-1)?.y, to?.y);
    }
  });

  it("has no size for an empty workflow", () => {
    assert.deepEqual(layoutWorkflow(graphWorkflow({}), sizes), { width: 0, height: 0, nodes: [], edges: [] });
  });

  it("keeps nodes apart, in their branch and in the picture, whatever the definition", () => {
    fc.assert(
      fc.property(hostileDefinitions, (definition) => {
        const graph = graphWorkflow(definition);
        const { nodes, edges, width, height } = layoutWorkflow(graph, sizes);
        assert.deepEqual([nodes.length, edges.length], [graph.nodes.length, graph.edges.length]);
        const picture = { x: 0, y: 0, width, height };
        for (const { node, box } of nodes) {
          const key = node.within;
          const around = key === undefined ? picture : nodes[key.container]?.branches[key.branch]?.box;
          assert.ok(around !== undefined && contains(around, box));
          const siblings = nodes.filter(
            ({ node: other }) => other.within?.container === key?.container && other.within?.branch === key?.branch,
          );
          for (const other of siblings) assert.ok(other.node === node || !overlap(box, other.box));
        }
      }),
      { numRuns: 15 },
    );
  });
});
