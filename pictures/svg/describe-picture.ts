import type { WorkflowGraph } from "../workflow/workflow-graph";
import { statusWords, type NodeOutcome, type NodeStatus } from "./outcomes";

/** Describes a picture in a sentence: how much there is, and how many actions ended in which way. */
export function describePicture({ nodes }: WorkflowGraph, outcomes: readonly (NodeOutcome | undefined)[]): string {
  const triggers = nodes.filter(({ form }) => form === "trigger").length;
  const size = `${count(triggers, "trigger")} and ${count(nodes.length - triggers, "action")}`;
  const statuses = outcomes.filter((_, id) => nodes[id]?.form !== "trigger").map((outcome) => outcome?.status);
  const counts = (Object.keys(statusWords) as NodeStatus[])
    .map((status) => [statuses.filter((each) => each === status).length, statusWords[status].toLowerCase()] as const)
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${number} ${words}`);
  return counts.length === 0 ? `${size}.` : `${size}: ${counts.join(", ")}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
