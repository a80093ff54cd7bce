import type { Box, Point } from "../layout/layout-branch";
import { layoutWorkflow, type PlacedEdge, type PlacedNode, type TextSizes } from "../layout/layout-workflow";
import { textWidth } from "../text/wrap-text";
import {
  describeSecured,
  isAfterSuccess,
  type WorkflowEdge,
  type WorkflowGraph,
  type WorkflowNode,
} from "../workflow/workflow-graph";
import { describePicture } from "./describe-picture";
import { drawLine } from "./draw-line";
import { escapeXml } from "./escape-xml";
import { fonts, indent, layOutCard, spacing, type CardLine, type NodeCard } from "./node-card";
import { findOutcome, type NodeOutcome, type NodeStatus, type PicturedRun } from "./outcomes";
import { lockSign, statusSigns } from "./signs";

/** Space around the whole picture. */
const margin = 8;

const branchHead = 26;

/**
 * Draws a workflow as an SVG element for an HTML page: its triggers and actions from top to bottom, containers as boxes
 * around theirs, and a label at each edge that is not for success alone. With a run, each node has a sign, a word and a
 * colour for what became of it.
 *
 * It has no id, script, style attribute or address; its look is that of `workflowStyles`, which the page needs once. A
 * screen reader gets a name for each node, in the order of the definition. It is as wide as it has to be for its text to
 * be read; a page lets it scroll.
 *
 * @param options.title names the picture, such as `Logic App refresh-salesforce-token`
 * @param options.run whose outcome is drawn. @default the definition alone
 */
export function drawWorkflow(
  graph: WorkflowGraph,
  options: { readonly title: string; readonly run?: PicturedRun },
): string {
  const outcomeOf = options.run === undefined ? undefined : findOutcome(options.run);
  const outcomes = graph.nodes.map((node) => outcomeOf?.(node));
  const cards = graph.nodes.map((node) => layOutCard(node, outcomes[node.id]));
  const layout = layoutWorkflow(graph, sizesOf(cards));
  const nodes = layout.nodes.map((placed) => drawNode(placed, graph, cards[placed.node.id], outcomes[placed.node.id]));
  const edges = layout.edges.map((placed) => drawEdge(placed, outcomes));
  const [width, height] = [Math.ceil(layout.width) + 2 * margin, Math.ceil(layout.height) + 2 * margin];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="wf" role="group" aria-label="${escapeXml(options.title)}" ` +
    `width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}">` +
    `<desc>${escapeXml(describePicture(graph, outcomes))}</desc>${nodes.join("")}` +
    `<g aria-hidden="true">${edges.join("")}</g></svg>`
  );
}

function sizesOf(cards: readonly NodeCard[]): TextSizes {
  return {
    node: ({ id }) => cards[id] ?? { width: 0, height: 0 },
    label: (edge) =>
      isAfterSuccess(edge) ? undefined : { width: Math.ceil(textWidth(labelOf(edge), fonts.label)) + 8, height: 16 },
    branch: (label) => ({ width: Math.ceil(textWidth(label, fonts.branch)) + 2 * spacing.x, height: branchHead }),
  };
}

function labelOf({ statuses }: WorkflowEdge): string {
  return statuses.length === 0 ? "no status" : statuses.join(", ");
}

function drawNode(
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
    ? `<path class="wf-sign wf-${kind}" transform="translate(${point({ x: at.x, y: at.y - 10 })})" d="${sign}"/>`
    : "";
  return drawn + text({ x: at.x + indent(kind), y: at.y }, words, `wf-${kind}`);
}

/** All that a node says, for a screen reader and as a tooltip. */
function describeNode(node: WorkflowNode, graph: WorkflowGraph, outcome: NodeOutcome | undefined): string {
  const secured = describeSecured(node);
  const before = graph.edges
    .filter(({ to }) => to === node.id)
    .map((edge) => `${graph.nodes[edge.from]?.name ?? ""} (${labelOf(edge)})`);
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

function drawEdge({ edge, points, label }: PlacedEdge, outcomes: readonly (NodeOutcome | undefined)[]): string {
  const taken = isTaken(edge, outcomes);
  const line = drawLine(points, taken === undefined ? "" : taken ? " wf-taken" : " wf-left");
  return line + (label === undefined ? "" : text({ x: label.x, y: label.y + 4 }, labelOf(edge), "wf-label"));
}

/** Undefined where there is no run. */
function isTaken(
  { from, to, statuses }: WorkflowEdge,
  outcomes: readonly (NodeOutcome | undefined)[],
): boolean | undefined {
  const [before, after] = [outcomes[from], outcomes[to]];
  if (before === undefined || after === undefined) return undefined;
  const didRun = [...after.statuses].some((status) => status !== "Skipped" && status !== "NotReached");
  return didRun && statuses.some((status) => (before.statuses as ReadonlySet<string>).has(status));
}

function rectangle({ x, y, width, height }: Box, radius: number, kind: string): string {
  const [left, top] = [Math.round(x), Math.round(y)];
  return `<rect class="${kind}" x="${left}" y="${top}" width="${Math.round(width)}" height="${Math.round(height)}" rx="${radius}"/>`;
}

function text(at: Point, words: string, kind: string): string {
  return words === ""
    ? ""
    : `<text class="${kind}" x="${Math.round(at.x)}" y="${Math.round(at.y)}">${escapeXml(words)}</text>`;
}

function point({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
