import { alertNotes } from "../../alerts/alert-notes";
import type { Settings } from "../../settings";
import type { Deployment } from "../deployment";
import { asObject, asString } from "../../definition/json";
import { registerClients } from "./credentials";
import type { ProgramDeployment } from "./deploy-program";
import { deployProgram } from "./deploy-program";
import type { DeployedConnector, DeployedRefresh, LocalStack } from "./local-stack";

/**
 * Deploys the program of `index.ts` to a stand-in of Azure in this process, with all that it needs to run.
 *
 * @throws SettingsError if the configuration is wrong, DeploymentError if the deployment failed
 */
export async function deployLocally(options: Omit<ProgramDeployment, "preview">): Promise<LocalStack> {
  const { azure, settings, notes, deployment } = await deployProgram(options);
  try {
    options.progress("Starting the authorization servers, and putting the clients' credentials into the vault");
    const { authorizationServers, storeCredentials } = await registerClients(azure, settings);
    const deployed = readOutputs(deployment, settings.tokens);
    const clients = await storeCredentials(deployed.vaultName);
    return {
      azure,
      settings,
      notes: [...notes, ...alertNotes(settings)],
      deployment,
      authorizationServers,
      clients,
      ...deployed,
    };
  } catch (error) {
    await azure.close();
    throw error;
  }
}

/** What a user would read from the stack's outputs. */
function readOutputs(
  { outputs }: Deployment,
  tokens: Settings["tokens"],
): Pick<LocalStack, "vaultName" | "refreshes" | "connector"> {
  const vaultName = new URL(asString(outputs.vaultUri)).hostname.split(".")[0] ?? "";
  const refreshes = tokens.map((token): DeployedRefresh => {
    const { id, name, principalId } = asObject(asObject(outputs.refreshWorkflows)[token.secretName]);
    return { token, id: asString(id), name: asString(name), principalId: asString(principalId) };
  });
  if (outputs.connectorId === undefined) return { vaultName, refreshes };
  return { vaultName, refreshes, connector: outputs as unknown as DeployedConnector };
}
