import { randomUUID } from "node:crypto";
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
  const readings = { ...defaultReadings, ...options.readings };
  const network = options.network ?? (await createNetwork(() => clock.now()));
  const entra = await createEntra({ clock });
  const deployer = { clientId: randomUUID(), objectId: randomUUID() };
  // These ask Azure Resource Manager, which hands them vaults, workflows and topics.
  const keyVault = createKeyVault({ network, clock, entra, readings, authorize: (access) => arm.authorize(access) });
  const logicApps = createLogicApps({ network, clock, entra, readings, connection: (id) => arm.connection(id) });
  const serviceBus = createServiceBus({
    ...{ network, clock, entra, readings },
    authorize: (access) => arm.authorizeMessages(access),
  });
  const arm: Arm = createArm({
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
  const services = { network, clock, readings, entra, arm, keyVault, logicApps, serviceBus };
  return { ...services, deployer, close: () => network.close() };
}
