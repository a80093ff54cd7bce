import type { RunAfterStatus } from "../../definition";

/** A workflow definition as a graph: what starts it, its actions, and which runs after which. */
export interface WorkflowGraph {
  /** Triggers first, then actions in document order: a container comes before what it contains. */
  readonly nodes: readonly WorkflowNode[];
  /** Between nodes of the same branch, or from a trigger to an action that runs first. */
  readonly edges: readonly WorkflowEdge[];
}

/** A trigger or an action. */
export interface WorkflowNode {
  /** Index among the nodes of its graph. */
  readonly id: number;
  readonly name: string;
  readonly form: NodeForm;
  /** What it does, in the designer's words: `Key Vault: Get secret`, `Condition`, `Terminate: Failed`. */
  readonly operation: string;
  /** As in the definition; empty where there is none. */
  readonly description: string;
  /** What run history hides. */
  readonly secured: { readonly inputs: boolean; readonly outputs: boolean };
  /** The branch that has it. Absent at the top level. */
  readonly within?: BranchKey;
  /** Why each of its branches runs: `True`, `Case Paid`, `For each item`. Empty for what contains no actions. */
  readonly branches: readonly string[];
}

/** Form of a node: a container is a condition (If, Switch), a loop or a scope; an end is a Response or a Terminate. */
export type NodeForm = "trigger" | "step" | "condition" | "loop" | "scope" | "end";

/** A branch of a container. */
export interface BranchKey {
  /** Id of the container. */
  readonly container: number;
  /** Index among its branches. */
  readonly branch: number;
}

/** One node runs after another. */
export interface WorkflowEdge {
  readonly from: number;
  readonly to: number;
  /** Statuses of `from` on which `to` may run. A status that Azure does not know is kept as it is written. */
  readonly statuses: readonly (RunAfterStatus | (string & {}))[];
}

/** Lists the nodes at the top level, or in a branch. */
export function nodesIn({ nodes }: WorkflowGraph, key: BranchKey | undefined): readonly WorkflowNode[] {
  return nodes.filter(({ within }) => within?.container === key?.container && within?.branch === key?.branch);
}

/** Returns true if an edge is taken on success alone, as most are. */
export function isAfterSuccess({ statuses }: WorkflowEdge): boolean {
  return statuses.length === 1 && statuses[0] === "Succeeded";
}

/** Names the statuses on which an edge is taken. */
export function describeStatuses({ statuses }: WorkflowEdge): string {
  return statuses.length === 0 ? "no status" : statuses.join(", ");
}

/** Names what run history hides of a node: `inputs and outputs`; empty for nothing. */
export function describeSecured({ secured: { inputs, outputs } }: WorkflowNode): string {
  return [...(inputs ? ["inputs"] : []), ...(outputs ? ["outputs"] : [])].join(" and ");
}
