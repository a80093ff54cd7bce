import type { Settings } from "../../settings";
import { parseSettings } from "../../settings";
import { createAzure } from "../../emulator";
import type { Azure } from "../../emulator";
import type { Clock } from "../../emulator/clock";
import type { Readings } from "../../emulator/provenance";
import { deploy } from "../deployment";
import type { Deployment } from "../deployment";
import { project } from "./project";
import { seedExisting } from "./seed-existing";

/** A deployment of the program, and the receiver of its progress. */
export interface ProgramDeployment {
  /** Configuration values by full key, `project:key`. */
  readonly configuration: Readonly<Record<string, string>>;
  readonly stack: string;
  readonly clock: Clock;
  /** Receives the progress, one line per step. */
  readonly progress: (line: string) => void;
  /** Creates nothing; what Azure alone knows is unknown. @default false */
  readonly preview?: boolean;
  /** Readings that the emulator follows. @default the best supported alternative of each */
  readonly readings?: Partial<Readings>;
}

/**
 * Deploys or previews the program of `index.ts`, unmodified, on an emulator of Azure in this process.
 *
 * @returns the running emulator, and the deployment
 * @throws SettingsError if the configuration is wrong, DeploymentError if the deployment failed
 */
export async function deployProgram(options: ProgramDeployment): Promise<{
  readonly azure: Azure;
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly deployment: Deployment;
}> {
  const { configuration, stack, clock, progress, preview = false, readings = {} } = options;
  const environment = configuration["azure-native:environment"];
  const { ARM_ENVIRONMENT: armEnvironment } = process.env;
  const { settings, notes } = parseSettings(ownKeys(configuration), {
    location: configuration["azure-native:location"],
    ...(environment === undefined ? {} : { environment }),
    armEnvironment,
  });
  progress(`${preview ? "Previewing the program on" : "Deploying the program to"} an emulator of Azure`);
  const azure = await createAzure({ clock, cloud: settings.cloud, readings, ...findSubscription(settings) });
  try {
    await seedExisting(azure, settings);
    const deployment = await deploy({
      azure,
      project,
      stack,
      // Where nothing says which cloud azure-native deploys to, a pipeline may say so by ARM_ENVIRONMENT; a note asks for it.
      configuration:
        (environment ?? "") === "" && (armEnvironment ?? "") === ""
          ? { ...configuration, "azure-native:environment": settings.cloud }
          : configuration,
      preview,
      program: async () => {
        const { default: program } = await import("../../index.js");
        return program();
      },
      onResource: ({ type, name }) => {
        progress(`  ${type.split(":").at(-1) ?? type} ${name}`);
      },
    });
    return { azure, settings, notes, deployment };
  } catch (error) {
    await azure.close();
    throw error;
  }
}

function ownKeys(configuration: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(configuration).filter(([key]) => key.startsWith(`${project}:`));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(project.length + 1), value]));
}

/** Finds the subscription of the existing resources, which the emulator must have. */
function findSubscription({ vault, resourceGroup, consumers, existingRoleIds = {} }: Settings): {
  readonly subscriptionId?: string;
} {
  const ids = [vault, resourceGroup].flatMap((place) => (place.kind === "existing" ? [place.id] : []));
  const topicIds = consumers.map(({ subscription }) => subscription.topicId);
  const subscriptionId = [...ids, ...topicIds, ...Object.values(existingRoleIds as Record<string, string>)]
    .map((id) => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1])
    .find((found) => found !== undefined);
  return subscriptionId === undefined ? {} : { subscriptionId };
}
