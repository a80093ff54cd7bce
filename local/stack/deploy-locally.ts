import { alertNotes } from "../../alerts/alert-notes";
import type { SObject } from "../../emulator/salesforce";
import { registerClients } from "./credentials";
import type { ProgramDeployment } from "./deploy-program";
import { deployProgram } from "./deploy-program";
import type { LocalStack } from "./local-stack";
import { readOutputs } from "./read-outputs";
import { RecordSource } from "./salesforce/record-source";
import { serveOrgs } from "./salesforce/serve-orgs";

/** A deployment with the world around it. */
interface LocalDeployment extends Omit<ProgramDeployment, "preview"> {
  /** Objects of the orgs of Salesforce. @default `salesforceObjects`, and what no one can know but their administrators */
  readonly salesforceObjects?: readonly SObject[];
}

/**
 * Deploys the program of `index.ts` to an emulator of Azure in this process, with authorization servers,
 * credentials and orgs of Salesforce.
 *
 * @throws SettingsError if the configuration is wrong, DeploymentError if the deployment failed
 */
export async function deployLocally(options: LocalDeployment): Promise<LocalStack> {
  const { azure, settings, notes, deployment } = await deployProgram(options);
  try {
    options.progress("  Starting the authorization servers, and storing the clients' credentials in the vault");
    const { authorizationServers, storeCredentials } = await registerClients(azure, settings);
    const { orgs, notes: orgNotes } = serveOrgs(azure, settings, authorizationServers, options.salesforceObjects);
    const deployed = readOutputs(deployment, settings, orgs);
    const clients = await storeCredentials(deployed.vaultName);
    return {
      azure,
      settings,
      notes: [...notes, ...alertNotes(settings), ...orgNotes],
      deployment,
      authorizationServers,
      clients,
      source: new RecordSource(azure),
      ...deployed,
    };
  } catch (error) {
    await azure.close();
    throw error;
  }
}
