import { alertNotes } from "../../alerts/alert-notes";
import type { Settings } from "../../settings";
import { parseSettings } from "../../settings";
import { createAzure } from "../azure";
import type { Clock } from "../clock";
import { deploy } from "../deployment";
import type { Deployment } from "../deployment";
import { asObject, asString } from "../json-object";
import { registerClients } from "./credentials";
import type { DeployedConnector, DeployedRefresh, LocalStack } from "./local-stack";
import { project } from "./project";
import { seedExisting } from "./seed-existing";

/** What to deploy, and how to tell of it. */
export interface LocalDeployment {
  /** By full key, `project:key`. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly stack: string;
  readonly clock: Clock;
  /** Hears what is being done, a line each. */
  readonly progress: (line: string) => void;
}

/**
 * Deploys the program of `index.ts`, unmodified, to a stand-in of Azure in this process.
 *
 * @throws SettingsError if the configuration is wrong, DeploymentError if the deployment failed
 */
export async function deployLocally(options: LocalDeployment): Promise<LocalStack> {
  const { configuration, stack, clock, progress } = options;
  const { settings, notes } = parseSettings(ownKeys(configuration));
  progress("Starting Azure's stand-in on the loopback");
  const azure = await createAzure({ clock, ...subscriptionOf(settings) });
  try {
    await seedExisting(azure, settings);
    progress("Deploying the program");
    const deployment = await deploy({
      azure,
      project,
      stack,
      configuration,
      program: async () => {
        const { default: program } = await import("../../index.js");
        return program();
      },
      onResource: ({ type, name }) => {
        progress(`  ${type.split(":").at(-1) ?? type} ${name}`);
      },
    });
    progress("Starting the authorization servers, and putting the clients' credentials into the vault");
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

function ownKeys(configuration: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(configuration).filter(([key]) => key.startsWith(`${project}:`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(project.length + 1), value]));
}

/** What exists already says which subscription the stand-in must be. */
function subscriptionOf({ vault, resourceGroup, existingRoleIds = {} }: Settings): {
  readonly subscriptionId?: string;
} {
  const ids = [vault, resourceGroup].flatMap((place) => (place.kind === "existing" ? [place.id] : []));
  const subscriptionId = [...ids, ...Object.values(existingRoleIds as Record<string, string>)]
    .map((id) => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1])
    .find((found) => found !== undefined);
  return subscriptionId === undefined ? {} : { subscriptionId };
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
