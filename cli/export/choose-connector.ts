import type { DeployedConnector, ExportableStack } from "./exportable-stack";

/**
 * Chooses the connector to export.
 *
 * @param name as given with `--connector`
 * @returns the connector, or what is wrong as a sentence
 */
export function chooseConnector(stack: ExportableStack, name: string | undefined): DeployedConnector | string {
  const { connectors, undeployed } = stack;
  const names = connectors.map((connector) => connector.name).sort();
  const [first, ...others] = name === undefined ? connectors : connectors.filter((each) => each.name === name);
  if (first === undefined) {
    return name === undefined || names.length === 0
      ? describeAbsence(stack)
      : `it has no connector '${name}', which --connector names. Expected ${names.join(" or ")}.`;
  }
  if (others.length > 0)
    return `it has ${names.length} connectors. Choose one with --connector: ${names.join(" or ")}.`;
  return name === undefined && undeployed.length > 0
    ? `it has more connectors, not deployed yet: ${undeployed.join(", ")}. Choose ${first.name} with --connector, or deploy them.`
    : first;
}

function describeAbsence({ name, project, connectors, undeployed, refreshes }: ExportableStack): string {
  if (undeployed.length > 0) {
    return `the connector ${undeployed.join(", ")} is not deployed yet. Deploy the stack first: npx pulumi up --stack ${name}`;
  }
  const absent = "has no Set secret connector";
  return refreshes.length === 0 && connectors.length === 0
    ? `the stack ${name} of the project ${project} ${absent}. Give the state of a stack of this project.`
    : `the stack ${name} ${absent}: each of its tokens has the writePath http, and allowedSecretNames is empty. ` +
        "Set allowedSecretNames, deploy, and export again.";
}
