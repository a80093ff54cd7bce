import { Graph, layout } from "./dagre";

/** A point, in pixels from the upper left corner of what is laid out. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle by its upper left corner. */
export type Box = Point & Size;

/** An edge as a line from a side of one node to a side of another, with the middle of its label. */
export interface Line {
  readonly points: readonly Point[];
  /** Absent where there is no label. */
  readonly label?: Point;
}

/** Nodes and edges of one branch, in the order in which they were given. */
export interface BranchLayout extends Size {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

const distances = { rankdir: "TB", nodesep: 28, edgesep: 16, ranksep: 34, rankalign: "top" } as const;

/**
 * Lays out the nodes of one branch, from top to bottom. A node that contains others is a node like any: its own branches
 * were laid out before, since no edge enters or leaves a branch.
 *
 * @param edges by the indices of their nodes, with the size of their label
 */
export function layoutBranch(
  nodes: readonly Size[],
  edges: readonly { readonly from: number; readonly to: number; readonly label: Size | undefined }[],
): BranchLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...distances });
  for (const [index, { width, height }] of nodes.entries()) graph.setNode(String(index), { width, height });
  for (const [index, { from, to, label }] of edges.entries()) {
    graph.setEdge(String(from), String(to), { ...(label ?? { width: 0, height: 0 }), labelpos: "c" }, String(index));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const boxes = nodes.map((size, index): Box => {
    const { x, y } = graph.node(String(index));
    return { x: x - size.width / 2, y: y - size.height / 2, ...size };
  });
  const lines = edges.map(({ from, to, label }, index): Line => {
    const { points, x = 0, y = 0 } = graph.edge(String(from), String(to), String(index));
    const [start, end] = [boxes[from], boxes[to]];
    const straight =
      start === undefined || end === undefined || from === to ? points : attachUpright(points, start, end);
    return { points: straight, ...(label === undefined ? {} : { label: { x, y } }) };
  });
  return { width: Math.max(0, width), height: Math.max(0, height), boxes, lines };
}

/** Lets a line leave and reach its nodes upright where it can: dagre aims at their middle, which is far in a wide one. */
function attachUpright(points: readonly Point[], start: Box, end: Box): readonly Point[] {
  const inner = points.slice(1, -1);
  const first = inner[0] ?? middle(end);
  const last = inner.at(-1) ?? middle(start);
  return [attach(start, first), ...inner, attach(end, last)];
}

/** Space between a line's end and the corner of a box. */
const corner = 12;

/** The point of a box's upper or lower side that is nearest to another point. */
function attach({ x, y, width, height }: Box, to: Point): Point {
  const nearest = Math.min(Math.max(to.x, x + corner), x + width - corner);
  return { x: nearest, y: to.y > y + height / 2 ? y + height : y };
}

function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}
