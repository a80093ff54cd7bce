import { deriveRequirements, type Requirements } from "../../access/permissions";
import { asObject, type JsonObject } from "../../definition/json";
import type { DeployedWorkflow, LocalStack } from "./local-stack";

/** Reads the definition of a deployed workflow. */
export function readDefinition(stack: Pick<LocalStack, "azure">, workflow: Pick<DeployedWorkflow, "id">): unknown {
  return asObject(readBody(stack, workflow).properties).definition;
}

/** Requirements by the body that a workflow was deployed with: reports and proofs ask for them again and again. */
const derived = new WeakMap<JsonObject, Requirements>();

/** Derives what a deployed workflow needs from its definition, with the values that its parameters have. */
export function deriveWorkflowRequirements(
  stack: Pick<LocalStack, "azure">,
  workflow: Pick<DeployedWorkflow, "id">,
): Requirements {
  const body = readBody(stack, workflow);
  const known = derived.get(body);
  if (known !== undefined) return known;
  const { definition, parameters } = asObject(body.properties);
  const values = Object.entries(asObject(parameters)).map(([name, given]) => [name, asObject(given).value] as const);
  const requirements = deriveRequirements(definition, Object.fromEntries(values));
  derived.set(body, requirements);
  return requirements;
}

function readBody({ azure }: Pick<LocalStack, "azure">, { id }: Pick<DeployedWorkflow, "id">): JsonObject {
  const resource = azure.arm.resources().find((each) => each.id.toLowerCase() === id.toLowerCase());
  return resource?.body ?? {};
}
