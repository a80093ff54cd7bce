import { encrypted, unknown } from "../../model";
import { mapJson } from "../../../definition";

/** `@appsetting('name')` and `@{appsetting('name')}`. */
const reference = /@\{?\s*appsetting\(\s*'([^']+)'\s*\)\s*\}?/gi;

/** An app setting that a file of a project uses. */
export interface UsedSetting {
  readonly name: string;
  readonly path: string;
}

/**
 * Puts what a preview would show in place of values that app settings fill: the settings are the app's, so that nobody
 * knows them here, and Azure keeps them encrypted.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/edit-app-settings-host-settings
 */
export function withoutAppSettings(value: unknown): unknown {
  return mapJson(value, (part) => {
    if (typeof part !== "string" || !/appsetting\(/i.test(part)) return part;
    const rest = part.replaceAll(reference, "");
    return rest === part ? part : rest === "" ? encrypted : unknown;
  });
}

/** The app settings in a value, with the places that use them. */
export function usedSettings(value: unknown, path: string): readonly UsedSetting[] {
  if (typeof value === "string") {
    return [...value.matchAll(reference)].map(([, name = ""]) => ({ name, path }));
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    usedSettings(item, Array.isArray(value) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`),
  );
}
