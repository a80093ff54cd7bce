import { clouds, type CloudName } from "../../azure";
import { project } from "./project";

/** A stack's configuration as the engine hands it to the program: full keys, lists and objects as JSON. */
export function stackConfiguration(
  settings: Readonly<Record<string, unknown>>,
  azureNative: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(Object.entries(azureNative).map(([key, value]) => [`azure-native:${key}`, value])),
    ...Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [
        `${project}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ),
  };
}

/** The configuration of azure-native, without its namespace, for a stack in a cloud. */
export function azureNativeIn(cloud: CloudName): { readonly location: string; readonly environment: CloudName } {
  return { location: clouds[cloud].exampleLocation, environment: cloud };
}
