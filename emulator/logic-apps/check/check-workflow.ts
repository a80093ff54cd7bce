import { walkActions } from "../../../definition";
import { asObject, isObject, type JsonObject } from "../../../definition/json";
import type { Readings } from "../../provenance";
import { WorkflowRefusedError } from "../errors";
import type { WorkflowResource } from "../workflow-resource";
import { behaviours, problem } from "./behaviours";
import { canonicalDefinition } from "./canonical-definition";
import { checkAction } from "./operations/check-action";
import { checkExpressions } from "./check-expressions";
import { checkParameters } from "./check-parameters";
import { checkRunAfter } from "./check-run-after";
import { checkSize } from "./check-size";
import { checkTriggers } from "./operations/check-triggers";
import { checkVariables } from "./check-variables";
import { unknownProperties } from "./unknown-properties";

const known = ["$schema", "contentVersion", "description", "metadata", "parameters", "triggers", "actions", "outputs"];

/**
 * Checks a workflow: Logic Apps has to accept it, and the emulator has to support it.
 *
 * @returns the workflow as the runtime reads it, in Azure's spelling
 * @throws {WorkflowRefusedError} listing every problem
 */
export function checkWorkflow(workflow: WorkflowResource, readings: Readings): WorkflowResource {
  if (!isObject(workflow.definition)) {
    const text = "The definition is not a JSON object.";
    throw new WorkflowRefusedError(workflow.name, [problem(behaviours.definitionIsNoObject, text)]);
  }
  const definition = canonicalDefinition(workflow.definition, readings);
  const problems = checkDefinition(definition, workflow.parameters, readings);
  if (problems.length > 0) throw new WorkflowRefusedError(workflow.name, problems);
  return { ...workflow, definition };
}

function checkDefinition(
  definition: JsonObject,
  parameters: WorkflowResource["parameters"],
  readings: Readings,
): string[] {
  return [
    ...unknownProperties("The definition", definition, known),
    ...checkParameters(asObject(definition.parameters), parameters, readings),
    ...checkTriggers(definition),
    ...checkSize(definition),
    ...walkActions(definition).flatMap(checkAction),
    ...checkRunAfter(definition, readings),
    ...checkVariables(definition, readings),
    ...checkExpressions(definition, readings),
  ];
}
