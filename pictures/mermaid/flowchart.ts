import { escapeLabel } from "./escape-label";

/** A flowchart: what Mermaid's own subset in Azure DevOps draws too, so without subgraphs, colours and links. */
export interface Flowchart {
  /** From top to bottom, or from left to right. */
  readonly direction: "TD" | "LR";
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
}

export interface FlowchartNode {
  readonly lines: readonly string[];
  readonly shape: keyof typeof shapes;
}

/** An edge between nodes, by their indices. */
export interface FlowchartEdge {
  readonly from: number;
  readonly to: number;
  /** Empty for none. */
  readonly label: string;
  readonly isDashed: boolean;
}

const shapes = {
  box: ["[", "]"],
  pill: ["([", "])"],
  diamond: ["{", "}"],
  hexagon: ["{{", "}}"],
  frame: ["[[", "]]"],
  cylinder: ["[(", ")]"],
} as const;

/**
 * Writes a flowchart in Mermaid's language. It begins with `graph`, which Azure DevOps knows and `flowchart` not.
 *
 * https://mermaid.js.org/syntax/flowchart.html,
 * https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance#add-mermaid-diagrams-to-a-wiki-page
 */
export function writeFlowchart({ direction, nodes, edges }: Flowchart): string {
  return [
    `graph ${direction}`,
    // Mermaid 8 takes no graph for empty.
    ...(nodes.length === 0 ? ['  n0["Nothing"]'] : []),
    ...nodes.map(({ lines, shape }, index) => {
      const [open, close] = shapes[shape];
      return `  n${index}${open}"${lines.map(escapeLabel).join("<br/>")}"${close}`;
    }),
    ...edges.map(({ from, to, label, isDashed }) => {
      const reason = label === "" ? "" : `|"${escapeLabel(label)}"|`;
      return `  n${from} ${isDashed ? "-.->" : "-->"}${reason} n${to}`;
    }),
  ].join("\n");
}
