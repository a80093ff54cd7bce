export { createKeyVault } from "./service";
export type { KeyVault } from "./service";
export type { Authorize, SecretAccess } from "./secret-access";
export { KeyVaultError } from "./errors";
export type { VaultProperties } from "./vault-properties";
