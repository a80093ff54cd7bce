import * as dagre from "@dagrejs/dagre";

/** The part of dagre's `Graph` that is used. Nodes and edges are laid out in place, in pixels. */
interface DagreGraph {
  setGraph(label: {
    readonly rankdir: "TB";
    readonly nodesep: number;
    readonly edgesep: number;
    readonly ranksep: number;
    readonly rankalign: "top";
  }): void;
  setNode(id: string, label: { readonly width: number; readonly height: number }): void;
  setEdge(
    from: string,
    to: string,
    label: { readonly width: number; readonly height: number; readonly labelpos: "c" },
    name: string,
  ): void;
  graph(): { readonly width?: number; readonly height?: number };
  /** The middle of a node. */
  node(id: string): { readonly x: number; readonly y: number };
  /** The points of an edge, and the middle of its label. */
  edge(
    from: string,
    to: string,
    name: string,
  ): {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly x?: number;
    readonly y?: number;
  };
}

/**
 * What is used of dagre, with types of our own: those of version 3.1.3 import each other without file extensions, which
 * TypeScript's `nodenext` does not resolve in an ES module.
 *
 * https://github.com/dagrejs/dagre/wiki
 */
export const { Graph, layout } = dagre as unknown as {
  readonly Graph: new (options: { readonly multigraph: true }) => DagreGraph;
  readonly layout: (graph: DagreGraph) => void;
};
