import type { Box } from "../layout/layout-branch";
import type { PlacedNode } from "../layout/layout-workflow";
import { describeSecured, describeStatuses, type WorkflowGraph, type WorkflowNode } from "../workflow/workflow-graph";
import { rectangle, text } from "./elements";
import { escapeXml } from "./escape-xml";
import { indent, spacing, type CardLine, type NodeCard } from "./node-card";
import type { NodeOutcome, NodeStatus } from "./outcomes";
import { lockSign, statusSigns } from "./signs";

/** Draws a node with its text, and a container with its branches. */
export function drawNode(
  { node, box, branches }: PlacedNode,
  graph: WorkflowGraph,
  card: NodeCard | undefined,
  outcome: NodeOutcome | undefined,
): string {
  const name = describeNode(node, graph, outcome);
  const status = outcome === undefined ? "" : ` class="wf-${outcome.status}"`;
  const inner = branches.map(
    ({ label, box: inside }) =>
      (branches.length > 1 ? rectangle(inside, 4, "wf-branch") : "") +
      text({ x: inside.x + spacing.x, y: inside.y + 17 }, label, "wf-name"),
  );
  return (
    `<g role="img"${status}><title>${escapeXml(name)}</title>` +
    rectangle(box, node.form === "trigger" ? 18 : 6, "wf-box") +
    (card?.lines ?? []).map((line, index) => drawLineOfText(line, index, box, outcome?.status)).join("") +
    inner.join("") +
    "</g>"
  );
}

function drawLineOfText(
  { kind, text: words, hasSign }: CardLine,
  index: number,
  box: Box,
  status: NodeStatus | undefined,
): string {
  const at = { x: box.x + spacing.x, y: box.y + spacing.y + (index + 1) * spacing.line - 5 };
  const sign = kind === "hidden" ? lockSign : statusSigns[status ?? "NotReached"];
  const drawn = hasSign
    ? `<path class="wf-sign wf-${kind}" transform="translate(${Math.round(at.x)} ${Math.round(at.y - 10)})" d="${sign}"/>`
    : "";
  return drawn + text({ x: at.x + indent(kind), y: at.y }, words, `wf-${kind}`);
}

/** All that a node says, for a screen reader and as a tooltip. */
function describeNode(node: WorkflowNode, graph: WorkflowGraph, outcome: NodeOutcome | undefined): string {
  const secured = describeSecured(node);
  const before = graph.edges
    .filter(({ to }) => to === node.id)
    .map((edge) => `${graph.nodes[edge.from]?.name ?? ""} (${describeStatuses(edge)})`);
  const container = node.within === undefined ? undefined : graph.nodes[node.within.container];
  const branch = container?.branches[node.within?.branch ?? 0] ?? "";
  return [
    node.name,
    node.operation,
    ...(outcome === undefined ? [] : [outcome.words]),
    ...(secured === "" ? [] : [`Run history hides its ${secured}`]),
    ...(container === undefined ? [] : [`In ${container.name}${branch === "" ? "" : `, ${branch}`}`]),
    ...(before.length === 0 ? [] : [`Runs after ${before.join(" and ")}`]),
    node.description,
  ]
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.?$/, "."))
    .join(" ");
}
