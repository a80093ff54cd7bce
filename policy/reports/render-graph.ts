import { mermaidBlock, writeFlowchart, type Flowchart, type MermaidSite } from "../../pictures/mermaid";
import { accessChangeFlowchart, accessFlowchart, changesFlowchart } from "../graphs";
import type { PolicyReport } from "./policy-report";

/** Edges and nodes that a reader follows. Mermaid itself draws 500 edges. */
const mostParts = 120;

/** Characters that leave room for the findings. Mermaid itself reads 50,000. */
const mostCharacters = 20_000;

/** Renders the graph of a report as a section of Markdown: of what changes if that is known, else of who may do what. */
export function renderGraph({ access, changes, comparison }: PolicyReport, site: MermaidSite): string {
  if (changes !== undefined) return section("What changes", changesFlowchart(changes), site);
  if (comparison?.access !== undefined) {
    return section("Grants that change", accessChangeFlowchart(comparison.access), site);
  }
  return access === undefined ? "" : section("Who may do what", accessFlowchart(access), site);
}

function section(heading: string, flowchart: Flowchart, site: MermaidSite): string {
  const parts = flowchart.nodes.length + flowchart.edges.length;
  if (parts === 0) return `\n### ${heading}\n\nNothing.\n`;
  const text = writeFlowchart(flowchart);
  const isReadable = parts <= mostParts && text.length <= mostCharacters;
  return `\n### ${heading}\n\n${isReadable ? mermaidBlock(text, site) : `Too much to draw: ${parts} nodes and edges.`}\n`;
}
