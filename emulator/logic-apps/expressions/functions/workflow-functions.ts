import { selectProperty } from "../select-property";
import type { FunctionGroup } from "./workflow-function";

export const workflowFunctions: FunctionGroup = {
  actions: { takes: [1, 1], call: (given, scope) => scope.action(given.text(0)) },
  body: { takes: [1, 1], call: (given, scope) => member(scope.outputs(given.text(0)), "body") },
  item: { takes: [0, 0], call: (_, scope) => scope.item() },
  items: { takes: [1, 1], call: (given, scope) => scope.items(given.text(0)) },
  iterationIndexes: { takes: [1, 1], call: (given, scope) => scope.iterationIndex(given.text(0)) },
  outputs: { takes: [1, 1], call: (given, scope) => scope.outputs(given.text(0)) },
  parameters: { takes: [1, 1], call: (given, scope) => scope.parameter(given.text(0)) },
  result: { takes: [1, 1], call: (given, scope) => scope.result(given.text(0)) },
  trigger: { takes: [0, 0], call: (_, scope) => scope.trigger() },
  triggerBody: { takes: [0, 0], call: (_, scope) => member(member(scope.trigger(), "outputs"), "body") },
  triggerOutputs: { takes: [0, 0], call: (_, scope) => member(scope.trigger(), "outputs") },
  variables: { takes: [1, 1], call: (given, scope) => scope.variable(given.text(0)) },
  workflow: { takes: [0, 0], call: (_, scope) => scope.workflow() },
};

/** Selects the value of a shorthand; null where there is none. */
function member(of: unknown, name: string): unknown {
  return selectProperty(of, { property: name, writtenName: name, optional: true });
}
