import { allClouds, type Cloud } from "./clouds";

/** Matches the host of a vault, in any cloud, such as `name.vault.azure.net`. */
export const vaultHost = new RegExp(`\\.${anyOf(...allClouds.map(({ vaultSuffix }) => vaultSuffix))}$`, "i");

/** Matches the audience of a token for vaults, in any cloud, with or without a slash at its end. */
export const vaultAudiences = new RegExp(`^${anyOf(...allClouds.map(({ vaultAudience }) => vaultAudience))}/?$`, "i");

/** Matches the host of Logic Apps' callback URLs, in any cloud. */
export const workflowHost = new RegExp(`\\.${anyOf(...allClouds.map(({ workflowSuffix }) => workflowSuffix))}$`, "i");

/** Matches the host of a Service Bus namespace, in any cloud. Event Hubs and Azure Relay have the same hosts. */
export const serviceBusHost = new RegExp(
  `^[a-z0-9-]+\\.${anyOf(...allClouds.map(({ serviceBusSuffix }) => serviceBusSuffix))}$`,
  "i",
);

/** Matches the audience of a token for Service Bus, in any cloud, with or without a slash at its end. */
export const serviceBusAudiences = new RegExp(`^${anyOf(...allClouds.flatMap(serviceBusAudiencesOf))}/?$`, "i");

/** Audiences that a token for a cloud's Service Bus may have; that of Microsoft's clients first. */
export function serviceBusAudiencesOf(cloud: Cloud): readonly [string, ...string[]] {
  return [cloud.serviceBusAudience, ...cloud.otherServiceBusAudiences];
}

/** Address of a vault, without a slash at its end. */
export function vaultAddress({ vaultSuffix }: Cloud, vaultName: string): string {
  return `https://${vaultName}.${vaultSuffix}`;
}

/** Host of a Service Bus namespace. */
export function namespaceHost({ serviceBusSuffix }: Cloud, namespace: string): string {
  return `${namespace.toLowerCase()}.${serviceBusSuffix}`;
}

/** Every host of Microsoft Entra ID's endpoints in a cloud, that of Microsoft's clients first. */
export function loginHostsOf({ loginHost, otherLoginHosts }: Cloud): readonly [string, ...string[]] {
  return [loginHost, ...otherLoginHosts];
}

/** Audiences that a token for a cloud's Azure Resource Manager may have, each with and without a slash at its end. */
export function managementAudiencesOf({ resourceManager, serviceManagement }: Cloud): readonly [string, ...string[]] {
  return [resourceManager, `${resourceManager}/`, serviceManagement, `${serviceManagement}/`];
}

function anyOf(...texts: readonly string[]): string {
  return `(?:${texts.join("|").replace(/\./g, "\\.")})`;
}
