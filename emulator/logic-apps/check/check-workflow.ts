import { walkActions } from "../../../definition";
import { asObject, isObject } from "../../../definition/json";
import type { WorkflowResource } from "../workflow-resource";
import { checkAction } from "./check-action";
import { checkReferences } from "./check-references";
import { checkRunAfter } from "./check-run-after";
import { checkTriggers } from "./check-triggers";
import { unknownProperties } from "./unknown-properties";
import { WorkflowRefusedError } from "../errors";

const known = ["$schema", "contentVersion", "description", "metadata", "parameters", "triggers", "actions", "outputs"];

/**
 * Checks a workflow: Logic Apps has to accept it, and the emulator has to support it.
 *
 * @throws {WorkflowRefusedError} listing every problem
 */
export function checkWorkflow(workflow: WorkflowResource): void {
  const { definition, parameters } = workflow;
  const problems = isObject(definition)
    ? [
        ...unknownProperties("The definition", definition, known),
        ...checkParameters(asObject(definition.parameters), parameters),
        ...checkTriggers(definition),
        ...checkNames(definition),
        ...walkActions(definition).flatMap(checkAction),
        ...checkRunAfter(definition),
        ...checkReferences(definition),
      ]
    : ["The definition is not a JSON object."];
  if (problems.length > 0) throw new WorkflowRefusedError(workflow.name, problems);
}

function checkParameters(declared: Readonly<Record<string, unknown>>, given: WorkflowResource["parameters"]): string[] {
  const missing = Object.entries(declared)
    .filter(
      ([name, declaration]) => given[name]?.value === undefined && asObject(declaration).defaultValue === undefined,
    )
    .map(([name]) => `The parameter '${name}' has no value and no defaultValue.`);
  const undeclared = Object.keys(given)
    .filter((name) => declared[name] === undefined)
    .map((name) => `The parameter '${name}' has a value but is not declared in the definition.`);
  return [...missing, ...undeclared];
}

/** Action names are unique in the whole definition, whatever their case. */
function checkNames(definition: unknown): string[] {
  const names = walkActions(definition).map(({ name }) => name);
  const seen = new Set<string>();
  const twice = names.filter((name) => seen.size === seen.add(name.toLowerCase()).size);
  return [
    ...twice.map((name) => `The action name '${name}' is used twice: names are unique in the whole definition.`),
    ...names.filter((name) => name.length > 80).map((name) => `The action name '${name}' exceeds 80 characters.`),
    ...(names.length > 500 ? [`The definition has ${names.length} actions; 500 are allowed.`] : []),
  ];
}
