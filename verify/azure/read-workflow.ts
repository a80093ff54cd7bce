import { defaultApiVersion } from "../../azure";
import { asList, asObject, asString } from "../../definition/json";
import type { ArmClient } from "./arm-client";

/** A Logic App as Azure has it. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly definition: unknown;
  /** Values of its parameters; Azure keeps those of secure ones to itself. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly systemAssignedPrincipalId?: string;
  /** Principal IDs by resource ID of the identity, in lower case. */
  readonly userAssignedPrincipalIds: ReadonlyMap<string, string>;
  /** IP addresses of its outgoing HTTP requests. */
  readonly outgoingAddresses: readonly string[];
}

/** Reads a Logic App. @throws {ResourceManagerError} as `get` does */
export async function readWorkflow(azure: ArmClient, id: string): Promise<Workflow> {
  const answer = await azure.get(id, defaultApiVersion("Microsoft.Logic/workflows"));
  const properties = asObject(answer.properties);
  const identity = asObject(answer.identity);
  const systemAssigned = asString(identity.principalId);
  const { outgoingIpAddresses } = asObject(asObject(properties.endpointsConfiguration).workflow);
  return {
    id,
    name: asString(answer.name),
    isEnabled: properties.state === "Enabled",
    definition: properties.definition,
    parameters: Object.fromEntries(
      Object.entries(asObject(properties.parameters)).flatMap(([name, parameter]): [string, unknown][] => {
        const { value } = asObject(parameter);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    ...(systemAssigned === "" ? {} : { systemAssignedPrincipalId: systemAssigned }),
    userAssignedPrincipalIds: new Map(
      Object.entries(asObject(identity.userAssignedIdentities)).map(([identityId, principal]) => [
        identityId.toLowerCase(),
        asString(asObject(principal).principalId),
      ]),
    ),
    outgoingAddresses: asList(outgoingIpAddresses).map((address) => asString(asObject(address).address)),
  };
}
