import { nodesIn, type WorkflowEdge, type WorkflowGraph, type WorkflowNode } from "../workflow/workflow-graph";
import { layoutBranch, type Box, type BranchLayout, type Line, type Point, type Size } from "./layout-branch";

/** What a layout has to know of texts: their sizes, in pixels. */
export interface TextSizes {
  /** Size of a node's own text, with the space around it. */
  node(this: void, node: WorkflowNode): Size;
  /** Size of an edge's label; undefined for none. */
  label(this: void, edge: WorkflowEdge): Size | undefined;
  /** Size of the text over a branch, with the space around it. */
  branch(this: void, label: string): Size;
}

/** A branch of a container, within its box. */
export interface PlacedBranch {
  readonly label: string;
  readonly box: Box;
}

export interface PlacedNode {
  readonly node: WorkflowNode;
  /** Of a container: around its text and its branches. */
  readonly box: Box;
  readonly branches: readonly PlacedBranch[];
}

export interface PlacedEdge extends Line {
  readonly edge: WorkflowEdge;
}

/** A workflow's picture in pixels. */
export interface WorkflowLayout extends Size {
  /** In the order of the graph: a container before what it contains. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Space around and between branches. */
const gap = 12;

/** A branch that is laid out, still without a place. */
interface OpenBranch extends OpenNodes {
  readonly label: string;
  readonly head: Size;
  readonly width: number;
}

/** Nodes of one branch, or of the top level, with their layout. */
interface OpenNodes {
  readonly nodes: readonly WorkflowNode[];
  readonly edges: readonly WorkflowEdge[];
  readonly layout: BranchLayout;
}

/** A node whose branches are laid out. */
interface OpenNode {
  readonly text: Size;
  readonly size: Size;
  readonly branches: readonly OpenBranch[];
}

/** Lays out a workflow from the innermost branch to the outermost, then places each part. */
export function layoutWorkflow(graph: WorkflowGraph, sizes: TextSizes): WorkflowLayout {
  const open = new Map<number, OpenNode>();
  const layOut = (nodes: readonly WorkflowNode[]): OpenNodes => {
    const places = new Map(nodes.map(({ id }, place) => [id, place]));
    const edges = graph.edges.filter(({ from, to }) => places.has(from) && places.has(to));
    const layout = layoutBranch(
      nodes.map(({ id }) => open.get(id)?.size ?? { width: 0, height: 0 }),
      edges.map((edge) => ({
        from: places.get(edge.from) ?? 0,
        to: places.get(edge.to) ?? 0,
        label: sizes.label(edge),
      })),
    );
    return { nodes, edges, layout };
  };
  for (const node of [...graph.nodes].reverse()) {
    const branches = node.branches.map((label, branch): OpenBranch => {
      const inner = layOut(nodesIn(graph, { container: node.id, branch }));
      const head = sizes.branch(label);
      return { label, head, ...inner, width: Math.max(head.width, inner.layout.width + 2 * gap) };
    });
    const text = sizes.node(node);
    open.set(node.id, { text, size: sizeAround(text, branches), branches });
  }
  const top = layOut(nodesIn(graph, undefined));
  return { width: top.layout.width, height: top.layout.height, ...place(top, open) };
}

function sizeAround(text: Size, branches: readonly OpenBranch[]): Size {
  if (branches.length === 0) return text;
  const width = branches.reduce((sum, branch) => sum + branch.width + gap, gap);
  return { width: Math.max(text.width, width), height: text.height + highest(branches) + gap };
}

function highest(branches: readonly OpenBranch[]): number {
  return Math.max(...branches.map(({ head, layout }) => head.height + layout.height + (layout.height > 0 ? gap : 0)));
}

function place(top: OpenNodes, open: ReadonlyMap<number, OpenNode>): Pick<WorkflowLayout, "nodes" | "edges"> {
  const nodes: PlacedNode[] = [];
  const edges: PlacedEdge[] = [];
  const pending: { readonly part: OpenNodes; readonly at: Point }[] = [{ part: top, at: { x: 0, y: 0 } }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { part, at } = next;
    for (const [index, node] of part.nodes.entries()) {
      const relative = part.layout.boxes[index];
      const { branches = [], text } = open.get(node.id) ?? {};
      if (relative === undefined || text === undefined) continue;
      const box = { ...relative, ...move(relative, at) };
      const placed = placeBranches(box, text, branches);
      nodes.push({ node, box, branches: placed });
      for (const [branch, inner] of branches.entries()) {
        const around = placed[branch]?.box ?? box;
        const x = around.x + (around.width - inner.layout.width) / 2;
        pending.push({ part: inner, at: { x, y: around.y + inner.head.height } });
      }
    }
    for (const [index, edge] of part.edges.entries()) {
      const { points = [], label } = part.layout.lines[index] ?? {};
      const moved = points.map((point) => move(point, at));
      edges.push({ edge, points: moved, ...(label === undefined ? {} : { label: move(label, at) }) });
    }
  }
  return { nodes: nodes.sort((a, b) => a.node.id - b.node.id), edges };
}

/** Places the branches of a container side by side, below its text, and as wide together as it is. */
function placeBranches(container: Box, text: Size, branches: readonly OpenBranch[]): readonly PlacedBranch[] {
  const taken = branches.reduce((sum, branch) => sum + branch.width + gap, gap);
  const rest = branches.length === 0 ? 0 : (container.width - taken) / branches.length;
  const height = container.height - text.height - gap;
  let x = container.x + gap;
  return branches.map(({ label, width }) => {
    const box = { x, y: container.y + text.height, width: width + rest, height };
    x += box.width + gap;
    return { label, box };
  });
}

function move(point: Point, by: Point): Point {
  return { x: point.x + by.x, y: point.y + by.y };
}
