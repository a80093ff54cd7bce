import { deriveRequirements, type Requirements } from "../../access/permissions";
import { asObject } from "../../definition/json";
import type { DeployedWorkflow, LocalStack } from "./local-stack";

/** Reads the definition of a deployed workflow, and the values of its parameters. */
export function readDefinition(
  { azure }: Pick<LocalStack, "azure">,
  { id }: Pick<DeployedWorkflow, "id">,
): { readonly definition: unknown; readonly values: Readonly<Record<string, unknown>> } {
  const resource = azure.arm.resources().find((each) => each.id.toLowerCase() === id.toLowerCase());
  const { definition, parameters } = asObject(resource?.body.properties);
  const values = Object.entries(asObject(parameters)).map(([name, given]) => [name, asObject(given).value] as const);
  return { definition, values: Object.fromEntries(values) };
}

/** Derives what a deployed workflow needs from its definition, with the values that its parameters have. */
export function deriveWorkflowRequirements(
  stack: Pick<LocalStack, "azure">,
  workflow: Pick<DeployedWorkflow, "id">,
): Requirements {
  const { definition, values } = readDefinition(stack, workflow);
  return deriveRequirements(definition, values);
}
