export { writeFlowchart } from "./flowchart";
export type { Flowchart, FlowchartEdge, FlowchartNode } from "./flowchart";
export { mermaidBlock } from "./mermaid-block";
export type { MermaidSite } from "./mermaid-block";
export { workflowFlowchart } from "./workflow-flowchart";
