export type { Settings } from "./fields/stack-settings";
export { instanceUrlSecretName, tokenDefaults } from "./fields/token-settings";
export type { GrantType, TokenSettings } from "./fields/token-settings";
export { parseSettings } from "./parse/parse-settings";
export { writableSecretNames } from "./writable-secret-names";
