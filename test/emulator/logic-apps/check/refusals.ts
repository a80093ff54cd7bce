import assert from "node:assert/strict";
import { createLogicApps, WorkflowRefusedError } from "../../../../emulator/logic-apps";
import { ControlledClock } from "../../../../emulator/clock";
import { defaultReadings, type Readings } from "../../../../emulator/provenance";
import { noon, workflow, type WorkflowParts } from "../workflow-bench";

/** Parts of a workflow, and parts of its definition that a workflow does not need. */
export interface DefinitionParts extends WorkflowParts {
  readonly outputs?: object;
  readonly description?: string;
}

/** Lists the problems for which a workflow is refused; empty where it is taken. */
export function refusals(
  { outputs, description, ...parts }: DefinitionParts,
  readings: Partial<Readings> = {},
): readonly string[] {
  const unused = (): never => assert.fail("A deployment sends no request.");
  const logicApps = createLogicApps({
    network: { serve: () => undefined, send: unused },
    clock: new ControlledClock(noon),
    entra: { tenantId: "tenant", issueToken: unused, verifyToken: unused },
    readings: { ...defaultReadings, ...readings },
    connection: () => undefined,
  });
  const resource = workflow(parts);
  const more = { ...(outputs === undefined ? {} : { outputs }), ...(description === undefined ? {} : { description }) };
  try {
    logicApps.putWorkflow({ ...resource, definition: { ...(resource.definition as object), ...more } });
    return [];
  } catch (error) {
    assert.ok(error instanceof WorkflowRefusedError);
    return error.problems;
  }
}

/** A workflow of one action, named `Act`. */
export function one(action: object): DefinitionParts {
  return { actions: { Act: { runAfter: {}, ...action } } };
}

/** A workflow of a trigger alone. */
export function triggered(trigger: object): DefinitionParts {
  return { actions: {}, trigger };
}

/** An action that declares a variable. */
export function declare(name: string, type = "string", runAfter: object = {}): object {
  return { type: "InitializeVariable", runAfter, inputs: { variables: [{ name, type }] } };
}
