import { asObject, walkActions, walkTriggers, type PlacedAction, type WorkflowDefinition } from "../../definition";
import { asList, asString } from "../../definition/json";

/**
 * Renders a workflow as a Mermaid flowchart: triggers, actions, and what runs after what. No subgraphs, which Azure DevOps
 * cannot draw within each other. https://mermaid.js.org/syntax/flowchart.html
 */
export function renderDiagram(definition: WorkflowDefinition): string {
  const actions = walkActions(definition);
  const triggers = walkTriggers(definition);
  return [
    "flowchart TD",
    ...triggers.map(({ name }) => `  ${name}([${name}])`),
    ...actions.map(({ name, type }) => `  ${name}${shapeOf(name, type)}`),
    ...actions.flatMap((action) => edgesTo(action, triggers)),
  ].join("\n");
}

/** Conditions are diamonds, loops hexagons, and what ends a run has a double frame. */
function shapeOf(name: string, type: string): string {
  if (type === "If") return `{${name}}`;
  if (type === "Until" || type === "Foreach") return `{{${name}}}`;
  return type === "Terminate" ? `[[${name}]]` : `[${name}]`;
}

function edgesTo({ name, action, within }: PlacedAction, triggers: readonly PlacedAction[]): readonly string[] {
  const before = Object.entries(asObject(action.runAfter));
  const around = within.at(-1);
  if (before.length > 0) {
    return before
      .filter(([, statuses]) => !isEveryOtherEnd(asList(statuses)))
      .map(([from, statuses]) => `  ${from} ${arrow(asList(statuses).map(asString))} ${name}`);
  }
  if (around === undefined) return triggers.map((trigger) => `  ${trigger.name} --> ${name}`);
  return [`  ${around.name} -->|${reasonToRun(around)}| ${name}`];
}

/** Why the first actions within a control action run. */
function reasonToRun({ action, branch }: PlacedAction["within"][number]): string {
  if (action.type === "Until") return "again until it holds";
  if (action.type === "Foreach") return "for each item";
  return branch === "actions" ? "true" : "false";
}

/** An action that waits until another was skipped has another reason to run. */
function isEveryOtherEnd(statuses: readonly unknown[]): boolean {
  return statuses.length === 1 && statuses[0] === "Skipped";
}

function arrow(statuses: readonly string[]): string {
  const isSuccess = statuses.length === 1 && statuses[0] === "Succeeded";
  return isSuccess ? "-->" : `-.->|${statuses.join(", ")}|`;
}
