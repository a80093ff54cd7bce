import type { Size } from "../layout/layout-branch";
import { layoutWorkflow, type PlacedEdge, type TextSizes } from "../layout/layout-workflow";
import { textWidth } from "../text/wrap-text";
import { describeStatuses, isAfterSuccess, type WorkflowEdge, type WorkflowGraph } from "../workflow/workflow-graph";
import { describePicture } from "./describe-picture";
import { drawLine } from "./draw-line";
import { drawNode } from "./draw-node";
import { text } from "./elements";
import { escapeXml } from "./escape-xml";
import { fonts, layOutCard, spacing, type NodeCard } from "./node-card";
import { findOutcome, type NodeOutcome, type PicturedRun } from "./outcomes";

/** Space around the whole picture. */
const margin = 8;

const branchHead = 26;

/**
 * Triggers and actions of the largest workflow that Azure takes. dagre's recursion ends some way beyond.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config#definition-limits
 */
const mostNodes = 510;

/** What a picture shows besides the graph. */
interface PictureOptions {
  /** Names the picture, such as `Logic App refresh-salesforce-token`. */
  readonly title: string;
  /** The run whose outcome is drawn. @default the definition alone */
  readonly run?: PicturedRun;
}

/**
 * Draws a workflow as an SVG element for an HTML page: its triggers and actions from top to bottom, containers as boxes
 * around theirs, and a label at each edge that is not for success alone. With a run, each node has a sign, a word and a
 * colour for what became of it.
 *
 * It has no id, script, style attribute or address; its look is that of `workflowStyles`, which the page needs once. A
 * screen reader gets a name for each node, in the order of the definition. It is as wide as it has to be for its text to
 * be read; a page lets it scroll.
 *
 * A workflow that is too large for Azure is counted, not drawn.
 */
export function drawWorkflow(graph: WorkflowGraph, options: PictureOptions): string {
  const outcomeOf = options.run === undefined ? undefined : findOutcome(options.run);
  const outcomes = graph.nodes.map((node) => outcomeOf?.(node));
  const description = describePicture(graph, outcomes);
  if (graph.nodes.length > mostNodes) {
    const note = `Too large to draw: ${description}`;
    const size = { width: Math.ceil(textWidth(note, fonts.operation)) + 2 * margin, height: spacing.line + 2 * margin };
    return svgElement(options, description, size, text({ x: 0, y: 12 }, note, "wf-operation"));
  }
  const cards = graph.nodes.map((node) => layOutCard(node, outcomes[node.id]));
  const layout = layoutWorkflow(graph, sizesOf(cards));
  const nodes = layout.nodes.map((placed) => drawNode(placed, graph, cards[placed.node.id], outcomes[placed.node.id]));
  const edges = layout.edges.map((placed) => drawEdge(placed, outcomes));
  const size = { width: Math.ceil(layout.width) + 2 * margin, height: Math.ceil(layout.height) + 2 * margin };
  const content = `${nodes.join("")}<g aria-hidden="true">${edges.join("")}</g>`;
  return svgElement(options, description, size, content);
}

function svgElement(
  { title, run }: PictureOptions,
  description: string,
  { width, height }: Size,
  content: string,
): string {
  const succeeded = run?.status === "Succeeded" ? " wf-run-Succeeded" : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="wf${succeeded}" role="group" aria-label="${escapeXml(title)}" ` +
    `width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}">` +
    `<desc>${escapeXml(description)}</desc>${content}</svg>`
  );
}

function sizesOf(cards: readonly NodeCard[]): TextSizes {
  return {
    node: ({ id }) => cards[id] ?? { width: 0, height: 0 },
    label: (edge) =>
      isAfterSuccess(edge)
        ? undefined
        : { width: Math.ceil(textWidth(describeStatuses(edge), fonts.label)) + 8, height: 16 },
    branch: (label) => ({ width: Math.ceil(textWidth(label, fonts.branch)) + 2 * spacing.x, height: branchHead }),
  };
}

function drawEdge({ edge, points, label }: PlacedEdge, outcomes: readonly (NodeOutcome | undefined)[]): string {
  const taken = isTaken(edge, outcomes);
  const line = drawLine(points, taken === undefined ? "" : taken ? " wf-taken" : " wf-left");
  return line + (label === undefined ? "" : text({ x: label.x, y: label.y + 4 }, describeStatuses(edge), "wf-label"));
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
