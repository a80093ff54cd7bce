export { createKeyVault } from "./key-vault";
export type { KeyVault } from "./key-vault";
export type { Authorize, SecretAccess } from "./secret-access";
export type { VaultProperties } from "./vault-properties";
