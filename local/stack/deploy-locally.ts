import { alertNotes } from "../../alerts/alert-notes";
import { registerClients } from "./credentials";
import type { ProgramDeployment } from "./deploy-program";
import { deployProgram } from "./deploy-program";
import type { LocalStack } from "./local-stack";
import { readOutputs } from "./read-outputs";

/**
 * Deploys the program of `index.ts` to an emulator of Azure in this process, with authorization servers and credentials.
 *
 * @throws SettingsError if the configuration is wrong, DeploymentError if the deployment failed
 */
export async function deployLocally(options: Omit<ProgramDeployment, "preview">): Promise<LocalStack> {
  const { azure, settings, notes, deployment } = await deployProgram(options);
  try {
    options.progress("  Starting the authorization servers, and storing the clients' credentials in the vault");
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
