import {
  describeSecured,
  describeStatuses,
  isAfterSuccess,
  type NodeForm,
  type WorkflowGraph,
  type WorkflowNode,
} from "../workflow/workflow-graph";
import type { Flowchart, FlowchartEdge, FlowchartNode } from "./flowchart";

const shapes: Readonly<Record<NodeForm, FlowchartNode["shape"]>> = {
  trigger: "pill",
  step: "box",
  condition: "diamond",
  loop: "hexagon",
  scope: "box",
  end: "frame",
};

/**
 * Makes a flowchart of a workflow. What contains others has an edge to what runs first in each of its branches, with the
 * reason why it runs; a padlock stands for what run history hides.
 */
export function workflowFlowchart(graph: WorkflowGraph): Flowchart {
  return {
    direction: "TD",
    nodes: graph.nodes.map((node) => ({
      lines: [node.name, node.operation + (describeSecured(node) === "" ? "" : " 🔒")],
      shape: shapes[node.form],
    })),
    edges: [
      ...graph.nodes.flatMap((node) => edgeInto(node, graph)),
      ...graph.edges.map((edge): FlowchartEdge => {
        const label = isAfterSuccess(edge) ? "" : describeStatuses(edge);
        return { from: edge.from, to: edge.to, label, isDashed: !isAfterSuccess(edge) };
      }),
    ],
  };
}

/** The edge from a container to a node that runs first in a branch. */
function edgeInto({ id, within }: WorkflowNode, { nodes, edges }: WorkflowGraph): readonly FlowchartEdge[] {
  if (within === undefined || edges.some(({ to }) => to === id)) return [];
  const label = nodes[within.container]?.branches[within.branch] ?? "";
  return [{ from: within.container, to: id, label, isDashed: false }];
}
