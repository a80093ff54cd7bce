import { allClouds, clouds, type Cloud } from "./clouds";

/**
 * Finds the cloud that an environment of azure-native stands for, in any letter case.
 *
 * @param environment `azure-native:environment`, or `ARM_ENVIRONMENT`
 * @returns undefined where azure-native knows none of that name
 */
export function cloudOfEnvironment(environment: string): Cloud | undefined {
  const name = environment.toLowerCase();
  return allClouds.find((cloud) => cloud.name === name || cloud.otherNames.includes(name));
}

/** Finds the cloud of a location, such as `westeurope` or `US Gov Virginia`. */
export function cloudOfLocation(location: string): Cloud {
  const name = location.toLowerCase().replace(/ /g, "");
  return allClouds.find(({ locations }) => locations?.test(name) === true) ?? clouds.public;
}

/** Finds the cloud of a vault's address; undefined for an address that is not a vault's. */
export function cloudOfVaultUri(uri: string): Cloud | undefined {
  const host = URL.canParse(uri) ? new URL(uri).hostname : "";
  return allClouds.find(({ vaultSuffix }) => host.endsWith(`.${vaultSuffix}`));
}
