import { cloudNames, clouds, type CloudName } from "../../../azure";
import type { StackKeys } from "./stack-factors";

/** A location of each cloud, other than its example. https://learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure */
const otherLocations: Readonly<Record<CloudName, string>> = {
  public: "northeurope",
  usgovernment: "usgovarizona",
  china: "chinanorth2",
};

/** The cloud of settings in which only that setting may choose it. */
export function cloudOfSettings({ cloud }: Pick<StackKeys, "cloud">): CloudName {
  return cloudNames.find((name) => name === cloud) ?? "public";
}

/** Settings with a location of their cloud in place of that of the public one. */
export function withLocationOfCloud(keys: StackKeys): StackKeys {
  return keys.location === undefined ? keys : { ...keys, location: otherLocations[cloudOfSettings(keys)] };
}

/** The location of a cloud that azure-native is configured with, as in a stack file: its cloud comes from the settings. */
export function providerLocation(settings: Pick<StackKeys, "cloud">): string {
  return clouds[cloudOfSettings(settings)].exampleLocation;
}
