import { stringify } from "yaml";
import { project } from "../../stack/project";
import type { MatrixSettings } from "../factors";
import { providerLocation } from "../factors/cloud-locations";

/** Writes settings as a stack file, `Pulumi.<stack>.yaml`. */
export function toStackFile(settings: MatrixSettings): string {
  const own = Object.entries<unknown>({ ...settings }).map(([key, value]) => [`${project}:${key}`, value] as const);
  return stringify({ config: { "azure-native:location": providerLocation(settings), ...Object.fromEntries(own) } });
}
