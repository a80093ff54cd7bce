export type { Settings } from "./fields/stack-settings";
export { instanceUrlSecretName, tokenDefaults } from "./fields/token-settings";
export type { TokenSettings } from "./fields/token-settings";
export type { ProviderName } from "./providers";
export { defaultsFor } from "./providers/provider-defaults";
export type { GrantType } from "./values/grants";
export { parseSettings } from "./parse/parse-settings";
export { writableSecretNames } from "./writable-secret-names";
