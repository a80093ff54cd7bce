import { stringify } from "yaml";
import { project } from "../../stack/project";
import type { MatrixSettings } from "../factors";

/** Writes settings as a stack file, `Pulumi.<stack>.yaml`. */
export function toStackFile(settings: MatrixSettings): string {
  const own = Object.entries<unknown>({ ...settings }).map(([key, value]) => [`${project}:${key}`, value] as const);
  return stringify({ config: { "azure-native:location": "westeurope", ...Object.fromEntries(own) } });
}
