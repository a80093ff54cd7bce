import { asObject, branchesOf, walkActions, walkTriggers, type JsonObject, type PlacedAction } from "../../definition";
import { asList, asString } from "../../definition/json";
import { describeOperation } from "./describe-operation";
import {
  nodesIn,
  type BranchKey,
  type NodeForm,
  type WorkflowEdge,
  type WorkflowGraph,
  type WorkflowNode,
} from "./workflow-graph";

/**
 * Makes the graph of a workflow definition.
 *
 * @param definition of any workflow; nothing of its shape is trusted, and what cannot be read is left out
 */
export function graphWorkflow(definition: unknown): WorkflowGraph {
  const triggers = walkTriggers(definition);
  const actions = walkActions(definition);
  const placed = [...triggers, ...actions];
  const branches = placed.map(({ type, action }) => branchesIn(type, action));
  const within = findContainers(placed, branches);
  const nodes = placed.map((each, id): WorkflowNode => {
    const key = within[id];
    return {
      id,
      name: each.name,
      form: id < triggers.length ? "trigger" : formOf(each.type, branches[id] ?? []),
      operation: describeOperation(each.type, each.action),
      description: asString(each.action.description),
      secured: readSecured(each.action),
      ...(key === undefined ? {} : { within: key }),
      branches: (branches[id] ?? []).map((branch) => describeBranch(each.type, branch)),
    };
  });
  return {
    nodes,
    edges: placed.flatMap(({ action }, id) => edgesTo(id, action, { nodes, edges: [] }, triggers.length)),
  };
}

/** Branches of an action, by their names in the definition. A condition has both, even if nothing is in one. */
function branchesIn(type: string, action: JsonObject): readonly string[] {
  return branchesOf(action)
    .filter(([branch, actions]) => actions !== undefined || (branch === "else" && type.toLowerCase() === "if"))
    .map(([branch]) => branch);
}

/** The branch of each node. In document order, what contains a node is the last one before it that is less deep. */
function findContainers(
  placed: readonly PlacedAction[],
  branches: readonly (readonly string[])[],
): readonly (BranchKey | undefined)[] {
  const around: number[] = [];
  return placed.map(({ within }, id) => {
    around.length = within.length;
    const container = around.at(-1);
    around.push(id);
    const branch = within.at(-1)?.branch;
    return container === undefined || branch === undefined
      ? undefined
      : { container, branch: branches[container]?.indexOf(branch) ?? 0 };
  });
}

const forms: ReadonlyMap<string, NodeForm> = new Map([
  ["if", "condition"],
  ["switch", "condition"],
  ["foreach", "loop"],
  ["until", "loop"],
  ["scope", "scope"],
  ["response", "end"],
  ["terminate", "end"],
]);

function formOf(type: string, branches: readonly string[]): NodeForm {
  return forms.get(type.toLowerCase()) ?? (branches.length === 0 ? "step" : "scope");
}

const branchLabels: ReadonlyMap<string, string> = new Map([
  ["if", "True"],
  ["foreach", "For each item"],
  ["until", "Until it is true"],
]);

function describeBranch(type: string, branch: string): string {
  if (branch === "else") return "False";
  if (branch === "default") return "Default";
  if (branch !== "actions") return `Case ${branch.slice("cases.".length)}`;
  return branchLabels.get(type.toLowerCase()) ?? "";
}

function readSecured({ runtimeConfiguration }: JsonObject): WorkflowNode["secured"] {
  const { secureData } = asObject(runtimeConfiguration);
  const properties = asList(asObject(secureData).properties).map((each) => asString(each).toLowerCase());
  return { inputs: properties.includes("inputs"), outputs: properties.includes("outputs") };
}

const statuses = ["Succeeded", "Failed", "Skipped", "TimedOut"] as const;

function edgesTo(
  id: number,
  { runAfter }: JsonObject,
  graph: WorkflowGraph,
  triggers: number,
): readonly WorkflowEdge[] {
  const node = graph.nodes[id];
  if (node === undefined || node.form === "trigger") return [];
  const before = Object.entries(asObject(runAfter));
  if (before.length === 0) {
    if (node.within !== undefined) return [];
    return Array.from({ length: triggers }, (_, from) => ({ from, to: id, statuses: ["Succeeded"] }));
  }
  const siblings = nodesIn(graph, node.within).filter(({ form }) => form !== "trigger");
  return before.flatMap(([name, given]) => {
    const from = siblings.find((sibling) => sibling.name === name);
    return from === undefined ? [] : [{ from: from.id, to: id, statuses: asList(given).map(readStatus) }];
  });
}

/** The designer once wrote `SUCCEEDED`; Azure ignores case. */
function readStatus(given: unknown): string {
  const text = asString(given);
  return statuses.find((status) => status.toLowerCase() === text.toLowerCase()) ?? text;
}
