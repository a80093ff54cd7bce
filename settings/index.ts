export { parseSettings } from "./parse-settings";
export { readSettings } from "./read-settings";
export type {
  ExistingRoleIds,
  GrantType,
  InstanceUrlPlace,
  ResourceGroup,
  Settings,
  TokenSettings,
  Vault,
} from "./settings";
export { SettingsError, type SettingsProblem } from "./settings-error";
export { writableSecretNames } from "./writable-secret-names";
