import { randomUUID } from "node:crypto";
import { clouds, type Cloud, type CloudName } from "../azure";
import { createArm, type Arm } from "./resource-manager";
import type { Clock } from "./clock";
import { createEntra, type Entra } from "./entra";
import { createKeyVault, type KeyVault } from "./key-vault";
import { createLogicApps, type LogicApps } from "./logic-apps";
import { createNetwork, type Network } from "./network";
import { defaultReadings, type Readings } from "./provenance";
import { createServiceBus, type ServiceBus } from "./service-bus";

/** The parts of Azure that the program uses, emulated in this process. */
export interface Azure {
  /** The cloud that it is: its services have that cloud's hosts, and take no tokens for those of another. */
  readonly cloud: Cloud;
  readonly network: Network;
  readonly clock: Clock;
  /** Readings of what Azure's documents leave open. */
  readonly readings: Readings;
  readonly entra: Entra;
  readonly arm: Arm;
  readonly keyVault: KeyVault;
  readonly logicApps: LogicApps;
  readonly serviceBus: ServiceBus;
  /** Service principal that deploys, such as a pipeline's. */
  readonly deployer: { readonly clientId: string; readonly objectId: string };
  /** Stops serving. */
  close(): Promise<void>;
}

/** Options of the emulator. */
export interface AzureOptions {
  readonly clock: Clock;
  /** @default "public" */
  readonly cloud?: CloudName;
  /** @default a network of its own, closed by `close` */
  readonly network?: Network;
  /** @default a new subscription */
  readonly subscriptionId?: string;
  /** Readings of what Azure's documents leave open. @default the best supported alternative of each */
  readonly readings?: Partial<Readings>;
}

/** Starts Azure Resource Manager, Entra ID, Key Vault, Logic Apps and Service Bus, connected with each other. */
export async function createAzure(options: AzureOptions): Promise<Azure> {
  const { clock, subscriptionId = randomUUID() } = options;
  const cloud = clouds[options.cloud ?? "public"];
  const readings = { ...defaultReadings, ...options.readings };
  const network = options.network ?? (await createNetwork({ now: () => clock.now() }));
  const entra = await createEntra({ clock });
  const deployer = { clientId: randomUUID(), objectId: randomUUID() };
  // These ask Azure Resource Manager, which hands them vaults, workflows and topics.
  const keyVault = createKeyVault({
    ...{ cloud, network, clock, entra, readings },
    authorize: (access) => arm.authorize(access),
  });
  const logicApps = createLogicApps({
    ...{ cloud, network, clock, entra, readings },
    connection: (id) => arm.connection(id),
  });
  const serviceBus = createServiceBus({
    ...{ cloud, network, clock, entra, readings },
    authorize: (access) => arm.authorizeMessages(access),
  });
  const arm: Arm = createArm({
    cloud,
    network,
    clock,
    readings,
    entra,
    keyVault,
    logicApps,
    serviceBus,
    subscriptionId,
    deployerId: deployer.objectId,
  });
  arm.addPrincipal(deployer.objectId);
  const services = { cloud, network, clock, readings, entra, arm, keyVault, logicApps, serviceBus };
  return { ...services, deployer, close: () => network.close() };
}
