import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { walkActions, walkTriggers } from "../../../definition";
import { graphWorkflow } from "../../../pictures";
import { nodesIn } from "../../../pictures/workflow/workflow-graph";
import { exampleDefinition } from "../example-definition";
import { hostileDefinitions } from "../hostile-definitions";

/** Edges as text: `Read -> Each (Succeeded)`. */
function edgesOf(definition: unknown): readonly string[] {
  const { nodes, edges } = graphWorkflow(definition);
  return edges.map(({ from, to, statuses }) => `${nodes[from]?.name} -> ${nodes[to]?.name} (${statuses.join(", ")})`);
}

describe("A workflow's graph", () => {
  it("has triggers, then actions, each container before what is in it", () => {
    const none = { inputs: false, outputs: false };
    assert.deepEqual(
      graphWorkflow(exampleDefinition).nodes.map(({ id, description, ...node }) => node),
      [
        { name: "Recurrence", form: "trigger", operation: "Recurrence: every hour", secured: none, branches: [] },
        {
          name: "Read",
          form: "step",
          operation: "Key Vault: Get secret",
          secured: { inputs: false, outputs: true },
          branches: [],
        },
        { name: "Each", form: "loop", operation: "For each", secured: none, branches: ["For each item"] },
        {
          name: "Is_due",
          form: "condition",
          operation: "Condition",
          secured: none,
          within: { container: 2, branch: 0 },
          branches: ["True", "False"],
        },
        {
          name: "Set_secret",
          form: "step",
          operation: "Connector: Set secret",
          secured: { inputs: true, outputs: true },
          within: { container: 3, branch: 0 },
          branches: [],
        },
        {
          name: "Report",
          form: "end",
          operation: "Terminate: Failed",
          secured: none,
          within: { container: 3, branch: 0 },
          branches: [],
        },
        {
          name: "Route",
          form: "condition",
          operation: "Switch",
          secured: none,
          branches: ["Case EU or US", "Default"],
        },
        {
          name: "Answer",
          form: "end",
          operation: "Response: 200",
          secured: none,
          within: { container: 6, branch: 0 },
          branches: [],
        },
      ],
    );
  });

  it("has an edge for each runAfter, with the statuses as Azure spells them, and one from the trigger to what runs first", () => {
    assert.deepEqual(edgesOf(exampleDefinition), [
      "Recurrence -> Read (Succeeded)",
      "Read -> Each (Succeeded)",
      "Set_secret -> Report (Failed, TimedOut)",
      "Each -> Route (Failed, Skipped)",
    ]);
  });

  it("leaves out a runAfter that names no action of the same branch", () => {
    const inner = { Inner: { type: "Compose", runAfter: { First: ["Succeeded"] } } };
    const actions = {
      First: { type: "Compose" },
      Scope: {
        type: "Scope",
        actions: inner,
        runAfter: { First: ["Succeeded"], Inner: ["Failed"], Nobody: ["Failed"] },
      },
    };
    assert.deepEqual(edgesOf({ actions }), ["First -> Scope (Succeeded)"]);
  });

  it("tells actions apart that are one object, or whose names look like paths", () => {
    const same = { type: "Scope", actions: { Inner: { type: "Compose" } } };
    const { nodes } = graphWorkflow({ actions: { A: same, B: same, "A.actions.Inner": { type: "Compose" } } });
    assert.deepEqual(
      nodes.map(({ name, within }) => [name, within?.container]),
      [
        ["A", undefined],
        ["Inner", 0],
        ["B", undefined],
        ["Inner", 2],
        ["A.actions.Inner", undefined],
      ],
    );
  });

  it("takes any type, and any action with actions for a container", () => {
    const actions = {
      A: { type: "constructor", actions: { B: { type: "toString" } } },
      C: { type: "UNTIL", actions: {} },
    };
    assert.deepEqual(
      graphWorkflow({ actions }).nodes.map(({ form, operation, branches }) => [form, operation, branches]),
      [
        ["scope", "constructor", [""]],
        ["step", "toString", []],
        ["loop", "Until", ["Until it is true"]],
      ],
    );
  });

  it("is empty for what is no definition", () => {
    for (const nothing of [undefined, null, 7, "text", [], {}, { actions: [], triggers: null }]) {
      assert.deepEqual(graphWorkflow(nothing), { nodes: [], edges: [] });
    }
  });

  it("has every trigger and action once, and edges only within a branch, whatever the definition", () => {
    fc.assert(
      fc.property(hostileDefinitions, (definition) => {
        const graph = graphWorkflow(definition);
        const named = [...walkTriggers(definition), ...walkActions(definition)].map(({ name }) => name);
        assert.deepEqual(
          graph.nodes.map(({ name }) => name),
          named,
        );
        for (const { from, to } of graph.edges) {
          assert.deepEqual(graph.nodes[from]?.within, graph.nodes[to]?.within);
        }
        const inBranches = graph.nodes.flatMap(({ id, branches }) =>
          branches.flatMap((_, branch) => nodesIn(graph, { container: id, branch })),
        );
        assert.equal(inBranches.length + nodesIn(graph, undefined).length, graph.nodes.length);
      }),
    );
  });
});
