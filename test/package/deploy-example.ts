import { createAzure } from "../../emulator";
import { ControlledClock } from "../../emulator/clock";
import { deploy } from "../../local/deployment";

const subscriptionId = "00000000-0000-0000-0000-000000000000";
const idOf = (resourceGroup: string): string => `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;

/**
 * Deploys a program of somebody else to an emulator with the resources that the examples take for granted.
 *
 * @param file of the program
 * @returns type and name of each resource of Azure that it creates, and of each output, in alphabetical order
 */
export async function deployExample(file: string): Promise<{
  readonly resources: readonly string[];
  readonly outputs: readonly string[];
}> {
  const azure = await createAzure({ clock: new ControlledClock(new Date("2026-11-23T12:00:00Z")), subscriptionId });
  try {
    for (const group of ["rg-integration", "rg-shared", "rg-etl"]) {
      azure.arm.seedResourceGroup(idOf(group), "westeurope");
    }
    await azure.arm.seedVault(`${idOf("rg-shared")}/providers/Microsoft.KeyVault/vaults/kv-shared`, "rbac");
    await azure.arm.seedTopic(`${idOf("rg-etl")}/providers/Microsoft.ServiceBus/namespaces/sb-etl/topics/accounts`);
    const program = async (): Promise<Record<string, unknown>> => ({ ...((await import(file)) as object) });
    const configuration = { "azure-native:location": "westeurope" };
    const { resources, outputs } = await deploy({ azure, program, project: "own", stack: "test", configuration });
    return {
      resources: resources
        .filter(({ custom }) => custom)
        .map(({ type, name }) => `${type} ${name}`)
        .sort(),
      outputs: Object.keys(outputs).sort(),
    };
  } finally {
    await azure.close();
  }
}
