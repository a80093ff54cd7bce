export { parseSettings } from "./parse-settings";
export type { Settings, TokenSettings } from "./settings";
export { SettingsError } from "./settings-error";
export { writableSecretNames } from "./writable-secret-names";
